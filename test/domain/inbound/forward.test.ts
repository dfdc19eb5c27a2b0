import { describe, expect, test } from 'vitest';
import { findForward, readNewText } from '../../../domain/inbound/forward.ts';
import { readContact } from '../../../domain/inbound/mail-contact.ts';
import { anIncomingMail } from '../../support/an-incoming-mail.ts';
import { doubtfulForwards, forwardedText, markedForwards } from '../../support/forward-headers.ts';
import { asked, company } from './a-request-mail.ts';

const landlord = { name: 'Karl Vermieter', address: 'karl@v.test' };
const question =
  'Guten Tag,\n\nkönnen Sie uns dafür ein Angebot machen?\n\nViele Grüße\nKarl Vermieter\nTel. 0171 5550001';
const owner = { name: 'Martin Muster', address: 'chef@muster-haustechnik.example' };
const note = [
  'Bitte aufnehmen, der Hausmeister hat geschimpft',
  '-- ',
  'Martin Muster',
  'Werkstraße 5',
  '80331 München',
  'Tel. 089 1234560, privat 0171 9999999',
].join('\n');

const marked = (text: string, mark: string): string =>
  text
    .split('\n')
    .map((line) => `${mark} ${line}`.trimEnd())
    .join('\n');
const ways: readonly (readonly [string, (forwarded: string) => string])[] = [
  ['unmarked', (forwarded) => forwarded],
  ['marked', (forwarded) => marked(forwarded, '>')],
  ['marked twice', (forwarded) => marked(forwarded, '>>')],
  ['with CRLF', (forwarded) => forwarded.replaceAll('\n', '\r\n')],
];
const forwards = [...markedForwards, ...doubtfulForwards].flatMap(([program, header]) =>
  ways.map(([way, write]) => [`${program}, ${way}`, write(`${header}\n${forwardedText}`)] as const),
);

describe("a customer hands on somebody's mail", () => {
  test.each(forwards)(
    'with %s: he is the contact, all of it stands in the request',
    (_program, forwarded) => {
      const { submission, door } = asked({
        from: [landlord],
        subject: 'Therme im Rosenweg',
        text: `${question}\n\n${forwarded}`,
      });
      const { contact, request } = submission;
      expect(door).toBe('person');
      expect(contact).toMatchObject({ email: 'karl@v.test', name: 'Karl Vermieter', phone: '0171 5550001' });
      for (const said of [
        'können Sie uns dafür',
        'Vera Mieter',
        'vera@mieter.test',
        'verliert Wasser',
        'Rosenweg 3',
      ]) {
        expect(request.message).toContain(said);
      }
    },
  );

  test('and says nothing himself', () => {
    for (const [, forwarded] of forwards) {
      const { contact, request } = asked({ from: [landlord], subject: 'Fwd:', text: forwarded }).submission;
      expect(contact.email).toBe('karl@v.test');
      expect(request.message).toContain('verliert Wasser');
    }
  });

  test('that holds another one', () => {
    const [, [, inner] = ['', ''], [, outer] = ['', '']] = markedForwards;
    const text = `${question}\n\n${outer.replaceAll('Vera Mieter', 'Haus Meister').replaceAll('vera@mieter.test', 'meister@haus.test')}\nzur Info\n\n${inner}\n${forwardedText}`;
    const { message } = asked({ from: [landlord], text }).submission.request;
    expect(message).toContain('meister@haus.test');
    expect(message).toContain('vera@mieter.test');
    expect(message).toContain('verliert Wasser');
  });

  test('as a file', () => {
    const vera = { name: 'Vera Mieter', address: 'vera@mieter.test' };
    const attached = [anIncomingMail({ from: [vera], subject: 'Therme kaputt', text: forwardedText })];
    const { contact, request } = asked({ from: [landlord], text: 'siehe Anhang', attached }).submission;
    expect(contact.email).toBe('karl@v.test');
    expect(request.message).toContain('siehe Anhang');
    expect(request.message).toContain('Von: Vera Mieter <vera@mieter.test>');
    expect(request.message).toContain('verliert Wasser');
  });
});

describe('somebody of the business hands on a mail', () => {
  test.each(forwards)('with %s: it is the request of who wrote it', (_program, forwarded) => {
    const { contact, request } = asked({
      from: [owner],
      subject: 'Neue Sache',
      text: `${note}\n\n${forwarded}`,
    }).submission;
    expect(contact).toMatchObject({
      name: 'Vera Mieter',
      email: 'vera@mieter.test',
      phoneE164: '+491715550002',
      address: 'Rosenweg 3',
      postcode: '80331',
    });
    expect(request.message).toMatch(/^Therme kaputt\n\nHallo Herr Vermieter,\s+die Therme/);
  });

  test('what he wrote above it is kept beside it, and never told to the customer', () => {
    const [, [, header] = ['', '']] = doubtfulForwards;
    const { request } = asked({ from: [owner], text: `${note}\n\n${header}\n${forwardedText}` }).submission;
    expect(request.message).not.toContain('geschimpft');
    expect(request.extra).toContainEqual({
      name: 'Notiz beim Weiterleiten',
      value: 'Bitte aufnehmen, der Hausmeister hat geschimpft',
    });
  });

  test.each([
    'chef@muster-haustechnik.example',
    'buero@muster-haustechnik.example',
    'jonas@muster-haustechnik.example',
  ])('%s, on behalf of a colleague: the first who is none of us', (address) => {
    const text = `an Martin\n\nVon: Sabine Muster <buero@muster-haustechnik.example>\nGesendet: Freitag, 20. November 2026 11:00\nAn: Martin\nBetreff: WG: Bad\n\nRufst du an?\n\n---------- Forwarded message ---------\nFrom: Karla Kunde <karla@web.test>\nDate: Fri, Nov 20, 2026 at 10:11\nSubject: Bad\nTo: info@muster-haustechnik.example\n\nNeue Dusche bitte`;
    const { contact, request } = asked({ from: [{ address }], subject: 'WG: WG: Bad', text }).submission;
    expect(contact).toMatchObject({ name: 'Karla Kunde', email: 'karla@web.test' });
    expect(request.message).toBe('Bad\n\nNeue Dusche bitte');
  });

  test('his own answer below which the customer stands', () => {
    const text = `Das habe ich ihr geantwortet, bitte aufnehmen.\n\nVon: Martin Muster <chef@muster-haustechnik.example>\nGesendet: Freitag, 20. November 2026 11:00\nAn: Karla\nBetreff: AW: Bad\n\nWir melden uns.\n\nVon: Karla Kunde <karla@web.test>\nGesendet: Freitag, 20. November 2026 10:11\nAn: Martin\nBetreff: Bad\n\nNeue Dusche bitte`;
    const { contact } = asked({ from: [owner], subject: 'WG: Bad', text }).submission;
    expect(contact).toMatchObject({ name: 'Karla Kunde', email: 'karla@web.test' });
  });

  test('whose author has no address: the one he wrote into it', () => {
    const text = `Von: Karla Kunde\nGesendet: Freitag, 20. November 2026 10:11\nAn: Martin; hv@haus.test\nBetreff: Bad\n\nNeue Dusche bitte. Mail: karla.kunde@web.test`;
    expect(asked({ from: [owner], text }).submission.contact).toMatchObject({
      name: 'Karla Kunde',
      email: 'karla.kunde@web.test',
    });
    const without = asked({ from: [owner], text: text.replace(/ Mail: .*/, '') }).submission.contact;
    expect(without).toEqual({ name: 'Karla Kunde', language: 'de' });
  });

  test('as a file, the mail of a form too', () => {
    const karla = { name: 'Karla Kunde', address: 'karla@web.test' };
    const letter = anIncomingMail({ from: [karla], subject: 'Bad', text: 'Neue Dusche. 0171 5550150' });
    const { submission } = asked({ from: [owner], subject: 'WG: Bad', text: '', attached: [letter] });
    expect(submission.contact).toMatchObject({
      name: 'Karla Kunde',
      email: 'karla@web.test',
      phoneE164: '+491715550150',
    });
    expect(submission.request.message).toBe('Bad\n\nNeue Dusche. 0171 5550150');
    const form = anIncomingMail({
      from: [{ address: 'wordpress@muster-haustechnik.example' }],
      subject: 'Kontaktformular',
      text: 'Name: Karla Kunde\nE-Mail: karla@web.test\nNachricht: Neue Dusche',
    });
    const notice = asked({ from: [owner], subject: 'WG: Kontaktformular', text: 'z.K.', attached: [form] });
    expect(notice.door).toBe('form');
    expect(notice.submission.contact).toMatchObject({ name: 'Karla Kunde', email: 'karla@web.test' });
  });
});

describe('an answer is no forwarded mail', () => {
  const ours = (header: string) =>
    header
      .replaceAll(/Vera Mieter|Mieter, Vera/g, 'Muster Haustechnik')
      .replaceAll('vera@mieter.test', 'anfrage@mail.muster-haustechnik.example');
  const newText = (mail: Parameters<typeof anIncomingMail>[0]) => readNewText(anIncomingMail(mail), company);

  test.each([
    'Am Montag war Ihr Monteur da und schrieb:\n> Ventil defekt, Ersatz bestellen\nWann kommt das Ventil?',
    'Am Montag schrieb der Monteur:\n\n> Ventil defekt.\n> Ersatz bestellen\n\nWann kommt das Ventil?',
    'Der Hausmeister schrieb:\n\n> Die Therme tropft.\n> Bitte beauftragen.\n\nBitte melden Sie sich.',
  ])('what somebody quotes in a letter of his own stays: %j', (text) => {
    expect(newText({ text, subject: 'Ventil' })).toBe(text);
  });

  test.each(doubtfulForwards)('%s above our mail, whatever the subject says', (_program, header) => {
    const text = `Ja, das passt.\n\n${ours(header)}\nWann passt es Ihnen?\n\n${forwardedText}`;
    expect(newText({ subject: 'Termin', text })).toMatch(
      /^Ja, das passt\.(?:\s+Gesendet von Outlook für iOS )?$/,
    );
  });

  test.each(doubtfulForwards)('%s above a third mail, if it answers one of ours', (_program, header) => {
    const text = `Ja, das passt.\n\n${header}\n${forwardedText}`;
    const answers = ['0107019a-3f5e-000000@eu-central-1.amazonses.com'];
    const signed = [{ address: 'anfrage+7k2m9qx4td.abcdef@mail.muster-haustechnik.example' }];
    for (const mail of [
      { subject: 'AW: Termin', answers },
      { subject: 'Termin', answers },
      { subject: 'AW: Termin', to: signed },
      { subject: 'AW: Termin', cc: signed },
    ]) {
      expect(newText({ ...mail, text })).toMatch(/^Ja, das passt\.(?:\s+Gesendet von Outlook für iOS )?$/);
    }
  });

  const answered = doubtfulForwards.flatMap(([program, header]) =>
    ['AW: Dusche', 'Re: Dusche', 'Antw: Auftrag'].map((subject) => [program, subject, header] as const),
  );
  test.each(answered)(
    '%s above a third mail, under "%s" that answers none of ours, is passed on',
    (_program, subject, header) => {
      for (const own of ['Bitte reparieren lassen.', 'zK', '']) {
        const kept = newText({ subject, text: `${own}\n\n${header}\n${forwardedText}` });
        for (const said of [own, 'Vera Mieter', 'verliert Wasser', 'Rosenweg 3'])
          expect(kept).toContain(said);
      }
    },
  );

  test.each(doubtfulForwards)("%s above the sender's own earlier mail is a quote", (_program, header) => {
    const text = `Ja, das passt.\n\n${header}\n${forwardedText}`;
    const from = [{ name: 'Vera Mieter', address: 'vera@mieter.test' }];
    expect(newText({ subject: 'AW: Termin', from, text })).toMatch(
      /^Ja, das passt\.(?:\s+Gesendet von Outlook für iOS )?$/,
    );
  });

  test('a mark of a forwarded mail within our quoted mail is ours', () => {
    const [, header] = markedForwards[5] ?? ['', ''];
    const inner = `${header}\n${forwardedText}`;
    const attribution = 'Am 20.11.26 um 10:11 schrieb Muster Haustechnik:';
    for (const text of [
      `Ja.\n\n${attribution}\n${marked(`Siehe unten:\n\n${inner}`, '>')}`,
      `Ja.\n\n${attribution}\n> Siehe unten:\n\n${marked(inner, '>')}`,
      `Ja.\n\n${ours(doubtfulForwards[0]?.[1] ?? '')}\nSiehe unten:\n\n${inner}`,
    ]) {
      expect(newText({ subject: 'Re: Bad', text })).toBe('Ja.');
    }
  });

  test('our own mail at an answer is not handed on', () => {
    const attached = [anIncomingMail({ from: [{ address: 'anfrage@mail.muster-haustechnik.example' }] })];
    expect(newText({ subject: 'Re: Bad', text: 'Passt.', attached })).toBe('Passt.');
  });

  test.each([
    'Von: der Straße aus gesehen links ist der Eingang.\nAn: der Klingel steht Huber.\n\nBitte klingeln.',
    'Sie haben ein neues Fax erhalten.\n\nVon: 0895550149\nAn: 0891234561\nDatum: 24.11.2026 10:05\nBetreff: Rohrbruch\nSeiten: 2',
    'Neuer Anruf\n\nVon: +49 (89) 5550149\nAn: Zentrale 089 1234561\nDatum: 24.11.2026 10:05\nBetreff: Rückruf',
    'Fwd:',
  ])('%j is nothing of the kind', (text) => {
    expect(findForward(anIncomingMail({ text }), company)).toBeUndefined();
    expect(newText({ subject: 'Re: Haus', text })).toBe(text);
  });

  test('an empty forward is shown as it came', () => {
    const text = '---------- Forwarded message ---------\nVon: Vera Mieter <vera@mieter.test>\n';
    expect(newText({ subject: 'Fwd:', text }).trim()).toBe(text.trim());
    expect(asked({ from: [owner], subject: 'Fwd:', text }).submission.contact.email).toBe('vera@mieter.test');
  });
});

describe('a hostile mail stays cheap', () => {
  test.each([
    'a:\n',
    '> a\nb\n',
    '_',
    '-------- Ursprüngliche Nachricht --------Von: ',
    '---------- Forwarded message ---------\nVon: a <a@b.test>\nAn: b\nBetreff: c\n\n',
    'Von: K <k@web.test>\nGesendet: 23. November 2026 18:22\nAn: x\nBetreff: Bad\n\nText\n',
    'im Auftrag von ',
    'Ist das so?\n> ja\n',
  ])('a megabyte of %j is read within the time a test has: quadratic cost would take hours', (part) => {
    const text = part.repeat(Math.ceil(1_000_000 / part.length));
    for (const from of [landlord, owner]) {
      for (const subject of ['Re: Bad', 'Bad', 'WG: Bad']) {
        const mail = anIncomingMail({ from: [from], subject, text });
        expect(readNewText(mail, company)).not.toBe('');
        expect(readContact(mail, company)).toBeTypeOf('object');
      }
    }
  });
});
