import { describe, expect, test } from 'vitest';
import type { Lead } from '../../../domain/lead/lead.ts';
import { summarise } from '../../../domain/lead/summary.ts';
import type { IntakeRecord } from '../../../domain/ports/intake-log.ts';
import {
  type Digest,
  type DigestLine,
  type DigestNote,
  type DigestSection,
  digestSections,
} from '../../../domain/report/digest.ts';
import type { NotedMail } from '../../../domain/report/noted-mails.ts';
import { addDuration } from '../../../domain/time/local-time.ts';
import { digestMail } from '../../../views/mail/digest.ts';
import { aLead } from '../../support/a-lead.ts';
import { aCompany } from '../../support/company.ts';
import { captureCallUrl } from './every-mail.ts';
import { links, seen } from './reading.ts';

const company = aCompany();
const base = aLead();
const now = '2026-11-23T05:30:00.000Z';
const figures = {
  openLeads: 12,
  pipelineCents: 8_500_000,
  weightedCents: 3_250_000,
  wonThisMonth: 2,
  wonThisMonthCents: 1_840_000,
};

function digested(
  sections: Partial<Record<DigestSection, DigestLine[]>>,
  changes: Partial<Digest> = {},
  signature = '',
  ofCompany = company,
) {
  const mail = digestMail({
    digest: {
      date: '2026-11-23',
      sections: digestSections.map((section) => ({ section, lines: sections[section] ?? [] })),
      figures,
      mails: { noted: [], flagged: [], unprocessed: 0 },
      silentSources: [],
      ...changes,
    },
    company: ofCompany,
    now,
    actionsFor: ({ id }) =>
      ['Erreicht', 'Nicht erreicht', 'Spam'].map((label) => ({
        label,
        url: `https://a.example/${id}/${label.replace(' ', '-')}${signature}`,
      })),
    viewUrl: ({ id }) => `https://a.example/${id}/view${signature}`,
    captureCallUrl,
    rescueUrl: (asideId) => `https://a.example/${asideId}/rescue${signature}`,
    leadUrl: (leadId) => `https://a.example/${leadId}/view${signature}`,
    notedMailsUrl: 'https://a.example/noted-mails',
    openRequestsUrl: 'https://a.example/open',
    listUrls: { unconfirmed: 'https://a.example/alarms', 'new-requests': 'https://a.example/new' },
    acknowledgeUrl: 'https://a.example/acknowledge',
  });
  return { ...mail, flat: mail.text.replace(/\s+/g, ' ').replaceAll('\u00A0', ' ') };
}

let next = 0;
const ids = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
function line(overrides: Partial<Lead> = {}, note?: DigestNote): DigestLine {
  next += 1;
  const id = `7K2M9QX4${ids[Math.floor(next / 32)]}${ids[next % 32]}`;
  return { number: next, lead: summarise(aLead({ id, ...overrides })), ...(note !== undefined && { note }) };
}
const named = (name: string, overrides: Partial<Lead> = {}) =>
  line({ contact: { ...base.contact, name }, ...overrides });

describe('the subject of the digest', () => {
  test('says the most important first, and which day it is', () => {
    const mail = digested({
      'new-requests': [line(), line(), line()],
      'due-today': [line({ stage: 'opportunity' })],
    });
    expect(mail.subject).toBe('3 neue, 1 fällig – Nachfass am Montag, 23.11.');
  });

  test('says at its end which settings go further than customers are written to', () => {
    expect(digested({}).flat).not.toContain('In Ihren Einstellungen');
    // Checked long ago, when there were no such limits.
    const older = {
      ...company,
      cadences: { quoted: { to: 'customer' as const, after: ['P3D' as const], thenEach: 'P7D' as const } },
    };
    expect(digested({}, {}, '', older).flat).toContain(
      'mehr oder dichtere E-Mails an Kunden, als hinausgehen (Frage nach dem Angebot)',
    );
  });

  test('is an alarm if an emergency is open', () => {
    const mail = digested({
      'new-requests': [line()],
      unconfirmed: [line({ stage: 'service', probability: null })],
    });
    expect(mail.subject).toBe('🚨 1 Notfall offen, 1 neue – Nachfass am Montag, 23.11.');
  });

  test.each(digestSections)('has a word for a day on which there is only: %s', (section) => {
    expect(digested({ [section]: [line()] }).subject).toMatch(/1 .+ – Nachfass am Montag, 23\.11\.$/);
  });
});

describe('the list', () => {
  test('has the sections in the given order, each with a heading and its number, and no empty one', () => {
    const mail = digested(Object.fromEntries(digestSections.map((section) => [section, [line(), line()]])));
    const headings = [...mail.text.matchAll(/^(.+) \(2\)\n=+$/gm)].map(([, heading]) => heading);
    expect(headings).toHaveLength(digestSections.length);
    expect(headings[0]).toContain('Notfälle');
    expect(headings.at(-1)).toContain('E-Mails kommen nicht an');
    expect(digested({ 'new-requests': [line()] }).text.match(/\(\d+\)\n=+/g)).toHaveLength(1);
  });

  test('tells in each line who, where, what, how much, since when, and the number', () => {
    const entry = named('Familie Huber', {
      stage: 'quoted',
      stageSince: '2026-11-18T05:30:00.000Z',
      valueCents: 1_850_000,
      probability: 75,
    });
    const mail = digested({ quotes: [entry] });
    for (const fact of [
      'Familie Huber',
      'München',
      'Projekt',
      'Angebot beim Kunden',
      'seit 5 Tagen',
      '18.500 € (13.875 €)',
      '089 / 123 45 67',
      'bodengleiche Dusche',
    ])
      expect(
        [mail.flat.includes(fact), seen(mail.html).replaceAll('\u00A0', ' ').includes(fact)],
        fact,
      ).toEqual([true, true]);
  });

  test('offers the call, the two likeliest actions and the whole request', () => {
    const entry = line();
    const urls = links(digested({ 'new-requests': [entry] }).html);
    expect(urls).toEqual([
      captureCallUrl,
      `https://a.example/${entry.lead.id}/view`,
      'tel:+49891234567',
      `https://a.example/${entry.lead.id}/Erreicht`,
      `https://a.example/${entry.lead.id}/Nicht-erreicht`,
    ]);
  });

  test('a visit has its time, its street with a map, and that the customer wrote it off', () => {
    const visit = {
      startsAt: '2026-11-24T13:00:00.000Z',
      durationMinutes: 60,
      plannedAt: '2026-11-20T09:00:00.000Z',
      sequence: 0,
    };
    const ahead = line({ visit });
    const unanswered = { at: '2026-11-22T09:00:00.000Z', excerpt: 'Ich muss den Termin leider absagen.' };
    const off = digested({ visits: [{ ...ahead, lead: { ...ahead.lead, unanswered } }] });
    expect(off.flat).toContain('Besichtigung Morgen 14:00');
    expect(off.flat).toContain('Adresse: Lindenweg 7, 80331 München');
    expect(links(off.html).some((url) => url.includes('maps'))).toBe(true);
    expect(off.flat).toContain('Bitte vor der Fahrt klären');
    const stands = digested({ visits: [{ ...ahead, lead: { ...ahead.lead, address: undefined } }] });
    expect(stands.flat).not.toContain('klären');
    expect(stands.flat).toContain('Die Adresse fehlt noch');
  });

  test('says when a visit is, what is missing, where something came from, and what is unclear', () => {
    const visit = {
      startsAt: '2026-11-24T09:00:00.000Z',
      durationMinutes: 60,
      plannedAt: base.capturedAt,
      sequence: 0,
    };
    const { flat } = digested({
      visits: [line({ stage: 'site-visit', visit })],
      gaps: [line({}, { code: 'gaps', missing: ['name', 'kind'] })],
      moved: [
        {
          ...line({ stage: 'won', probability: 100, valueCents: 950_000 }),
          moved: { from: 'quoted', person: 'Jonas Huber' },
        },
        {
          ...line(),
          moved: { step: 'visit-moved', person: 'Jonas Huber' },
          joined: { by: 'owner', person: 'Sabine Muster' },
        },
        { ...line(), moved: { person: 'Jonas Huber' } },
      ],
      'due-today': [line({ uncertainMails: 1 })],
    });
    const besides = digested({
      visits: [line({ stage: 'site-visit', visit, uncertainMails: 1 })],
      gaps: [line({ uncertainMails: 2 }, { code: 'gaps', missing: ['name'] })],
    });
    expect(besides.flat.match(/unklar, ob sie ankam/g)).toHaveLength(2);
    expect(besides.flat).toContain('Besichtigung Morgen 10:00');
    expect(flat).toContain('Besichtigung Morgen 10:00');
    expect(flat).toContain('Es fehlt: Name, Art der Anfrage.');
    expect(flat).toContain('Bisher: Angebot beim Kunden · Jonas Huber');
    expect(flat).toContain('Besichtigung verschoben · Jonas Huber');
    expect(flat).toContain('Eine weitere Anfrage wurde dazugelegt (Sabine Muster).');
    expect(flat.match(/Jonas Huber/g)).toHaveLength(2);
    expect(flat).toContain('– 9.500 € ');
    expect(flat).toContain('unklar, ob sie ankam');
  });

  test('keeps its order: the money at risk has sorted it', () => {
    const { text } = digested({ quotes: [named('Zacher'), named('Albrecht'), named('Moser')] });
    expect(text.indexOf('Zacher')).toBeLessThan(text.indexOf('Albrecht'));
    expect(text.indexOf('Albrecht')).toBeLessThan(text.indexOf('Moser'));
  });

  test('stays whole on a bad day: what matters most of many, how many there are, and below what Gmail cuts off', () => {
    const signature = 'x'.repeat(170);
    const many = Array.from({ length: 200 }, (_, index) => named(`Kunde ${index + 1}.`));
    const mail = digested(
      Object.fromEntries(digestSections.map((section) => [section, many])),
      {},
      signature,
    );
    const shown = mail.flat.match(/Kunde \d+\./g) ?? [];
    expect(shown).toHaveLength(39);
    expect(shown.slice(2, 4)).toEqual(['Kunde 3.', 'Kunde 1.']);
    expect(shown.slice(17, 19)).toEqual(['Kunde 15.', 'Kunde 1.']);
    expect(mail.flat).toContain('… und 197 weitere');
    expect(mail.flat).toContain('… und 185 weitere');
    expect(mail.text).toContain('… und 200 weitere:\nhttps://a.example/open#moved');
    expect(mail.text).not.toMatch(/weitere$/m);
    expect(Buffer.byteLength(mail.html)).toBeLessThan(102_000);
    expect(links(mail.html)).toContain(captureCallUrl);
  });
});

describe('a flood', () => {
  const many = (count: number) => Array.from<DigestLine>({ length: count }).fill(named('Kunde 1.'));

  test('of requests: what is not shown stands behind a link, in the text and in the HTML', () => {
    const mail = digested({ 'new-requests': many(300) });
    expect(mail.text).toContain('… und 285 weitere:\nhttps://a.example/new');
    expect(links(mail.html)).toContain('https://a.example/new');
  });

  test('of emergencies: three of them, and one line with the list of all', () => {
    const mail = digested({ unconfirmed: many(1000) });
    expect(mail.flat.match(/Kunde \d+\./g)).toHaveLength(3);
    expect(mail.text).toContain('… und 997 weitere:\nhttps://a.example/alarms');
    expect(links(mail.html)).toContain('https://a.example/alarms');
  });

  test.each([1, 3])('%i emergencies are none: each has its line, and no list is needed', (count) => {
    const mail = digested({ unconfirmed: many(count) });
    expect(mail.flat.match(/Kunde \d+\./g)).toHaveLength(count);
    expect(mail.text).not.toContain('https://a.example/alarms');
  });

  test('tells how many confirmations wait, and leads to where they are sent', () => {
    const mail = digested({ 'new-requests': many(20) }, { withheld: 280 });
    expect(mail.flat).toContain('280 davon haben noch keine Eingangsbestätigung');
    expect(mail.text).toContain('Alle Eingangsbestätigungen senden:\nhttps://a.example/acknowledge');
  });

  test('that is none leaves the digest as it is', () => {
    const mail = digested({ 'new-requests': many(2) }, { withheld: 0 });
    for (const text of ['weitere', 'Eingangsbestätigung', 'https://a.example/new'])
      expect(mail.text).not.toContain(text);
  });
});

describe('the end of the digest', () => {
  test('is one line of figures and the way to note a call', () => {
    const mail = digested({ 'new-requests': [line()] });
    expect(mail.flat).toContain(
      '12 offene Anfragen · Auftragswert 85.000 € · gewichtet 32.500 € · gewonnen im November: 2 (18.400 €)',
    );
    expect(mail.text).toContain(`Anruf erfassen:\n${captureCallUrl}`);
  });

  test('names the month of the local date, not of Greenwich', () => {
    const newYear = digested({ 'new-requests': [line()] }, { date: '2027-01-01' });
    expect(newYear.flat).toContain('gewonnen im Januar');
    expect(newYear.subject).toContain('Freitag, 1.1.');
  });
});

describe('mails and silence', () => {
  const noted = (overrides: Partial<NotedMail> = {}): NotedMail => ({
    deliveryId: 'delivery-1',
    receivedAt: now,
    outcome: 'auto-reply-noted',
    asideId: '7K2M9QX4TD',
    reason: 'automatic',
    flags: [],
    sender: 'erika@customer.test',
    senderName: 'Erika Muster',
    subject: 'Rohrbruch im Keller',
    ...overrides,
  });
  const none = { noted: [], flagged: [], unprocessed: 0 };
  const withNoted = (...mails: NotedMail[]) => digested({}, { mails: { ...none, noted: mails } });

  test('each noted mail has one line: who, about what, why, and the tap that makes a lead of it', () => {
    const mail = withNoted(noted());
    expect(mail.text).toContain(
      '* Erika Muster: Rohrbruch im Keller\n  Automatische E-Mail\n  Ist eine Anfrage:\n  https://a.example/7K2M9QX4TD/rescue',
    );
    expect(mail.subject).toContain('1 zu prüfen');
    expect(mail.html.match(/7K2M9QX4TD\/rescue/g)).toHaveLength(1);
  });

  test.each([
    ['no name', { senderName: undefined }, 'erika@customer.test: Rohrbruch im Keller'],
    ['no sender at all', { senderName: undefined, sender: undefined }, 'Unbekannter Absender: Rohrbruch'],
    ['no subject', { subject: undefined }, 'Erika Muster: (kein Betreff)'],
    ['a subject of blanks', { subject: ' \u200E ' }, 'Erika Muster: (kein Betreff)'],
    [
      'a name that is an address of somebody else',
      { senderName: 'chef@firma.example' },
      'erika@customer.test:',
    ],
    ['an emoji', { subject: 'Wasser 💧 im Keller' }, 'Erika Muster: Wasser 💧 im Keller'],
  ])('%s', (_, overrides, expected) => {
    expect(withNoted(noted(overrides)).flat).toContain(expected);
  });

  test('a subject is text, never markup, and breaks no line', () => {
    const subject = '<img src=x onerror=alert(1)>\r\nBcc: all@x.test "><script>';
    const mail = withNoted(noted({ subject, senderName: '<b>Chef</b>' }));
    expect(mail.html).not.toMatch(/<img src=x|<script|<b>Chef/);
    expect(mail.html).toContain('&lt;img src=x onerror=alert(1)&gt; Bcc: all@x.test');
  });

  test('long addresses and subjects are cut', () => {
    const mail = withNoted(
      noted({
        senderName: undefined,
        sender: `${'a'.repeat(200)}@customer.test`,
        subject: 'Bad '.repeat(100),
      }),
    );
    expect(mail.html).not.toContain('a'.repeat(61));
    expect(mail.html).not.toContain('Bad '.repeat(21));
  });

  test('the number of the lead is left out of the subject', () => {
    const leadId = '1111111111';
    const subject = `Gelesen: Ihre Anfrage ist angekommen [${leadId}]`;
    const { text } = withNoted(noted({ reason: 'read-receipt', leadId, standsOn: leadId, subject }));
    expect(text).toContain('Gelesen: Ihre Anfrage ist angekommen\n');
    expect(withNoted(noted({ subject })).text).toContain('[1111111111]');
  });

  test('a doubtful one says why, once', () => {
    const { flat } = withNoted(noted({ reason: 'doubtful', flags: ['unclear-sender'] }));
    expect(flat).toContain('Keller Es ist nicht klar, von wem sie ist. Ist eine Anfrage');
    expect(withNoted(noted({ reason: 'doubtful' })).flat).toContain('Keller Zweifelhaft Ist eine Anfrage');
  });

  test('ten stand there, and a link leads to all of them', () => {
    const many = Array.from({ length: 22 }, (_, index) =>
      noted({ deliveryId: `d-${index}`, subject: `Nr ${index}.` }),
    );
    const mail = withNoted(...many);
    expect(mail.text).toContain('… und 12 weitere:\nhttps://a.example/noted-mails');
    expect(mail.text).toContain('Nr 9.');
    expect(mail.text).not.toContain('Nr 10.');
    expect(withNoted(...many.slice(0, 10)).text).not.toContain('noted-mails');
  });

  test('what can wait is told, but not counted as something to check', () => {
    const mail = withNoted(
      noted({ reason: 'absence', standsOn: '1111111111' }),
      noted({ reason: 'newsletter' }),
    );
    expect(mail.subject).toContain('1 zu prüfen');
    expect(mail.flat).toContain('Abwesenheitsnotiz');
    expect(withNoted(noted({ reason: 'own' })).subject).toContain('Überblick');
  });

  test('of a release that kept nothing aside: the way to the lead it stands on, if there is one', () => {
    const old = { asideId: undefined, senderName: undefined };
    expect(withNoted(noted({ ...old, standsOn: '1111111111' })).text).toContain(
      'Ansehen:\n  https://a.example/1111111111/view',
    );
    expect(withNoted(noted(old)).text).not.toContain('Ist eine Anfrage');
  });

  test('what made or moved a lead and is odd has a line that leads to it', () => {
    const flagged: IntakeRecord[] = [
      { ...noted({ outcome: 'too-large', subject: 'Fotos' }), leadId: '1111111111' },
      {
        ...noted({ outcome: 'reply-appended', flags: ['unknown-sender'], subject: 'Angebot' }),
        leadId: '2222222222',
      },
    ];
    const mail = digested({}, { mails: { ...none, flagged } });
    expect(mail.subject).toContain('2 zu prüfen');
    expect(mail.flat).toContain(
      'Fotos Zu groß: Nur der Anfang wurde gelesen. Ansehen: https://a.example/1111111111/view',
    );
    expect(mail.flat).toContain('Angebot Von einer anderen Adresse');
  });

  test('mails that were not worked off are told with what to do', () => {
    expect(digested({}, { mails: { ...none, unprocessed: 2 } }).flat).toContain('npm run replay');
  });

  test('a source that fell silent is told with its rhythm', () => {
    const silentSources = [
      { source: 'website:www.muster.example', lastAt: addDuration(now, '-P12D'), usualDays: 3 },
    ];
    expect(digested({}, { silentSources }).flat).toContain(
      'Das Formular auf www.muster.example bringt sonst etwa alle 3 Tage eine Anfrage, aber seit 12 Tagen keine mehr.',
    );
  });
});
