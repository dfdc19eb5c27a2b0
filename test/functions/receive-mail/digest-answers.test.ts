import { beforeEach, describe, expect, test } from 'vitest';
import { readMail } from '../../../adapters/mime/read-mail.ts';
import type { Delivery } from '../../../domain/inbound/incoming-mail.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { MailRefusedError } from '../../../domain/ports/errors.ts';
import { receiveMail } from '../../../functions/receive-mail/receive-mail.ts';
import { digestReplyMail } from '../../../views/mail/digest-reply.ts';
import { heldAnswerMail } from '../../../views/mail/held-answer.ts';
import { aDelivery, aRawMail } from '../../support/a-raw-mail.ts';
import { aLeadIn, monday10 } from '../../support/a-walk.ts';
import type { World } from '../../support/a-world.ts';
import { textOf } from '../../support/read-page.ts';
import { customerMails, ownerMails } from '../../views/mail/every-mail.ts';
import { request } from '../act-on-lead/a-phone.ts';
import { dyingAtTheEnd, load, owner, receive, sentTo, withErika } from './a-mailbox.ts';

const date = '2026-11-23';
const unproven = { spam: 'pass', virus: 'pass', spf: 'gray', dkim: 'gray', dmarc: 'gray' } as const;

let world: World;
let lead: Lead;
beforeEach(async () => {
  ({ world, lead } = await withErika('new'));
  await world.digestLog.claim(date, monday10, [lead.id]);
  await world.digestLog.markSent(date, monday10);
});

const headers = (more: Record<string, string> = {}) => ({
  From: owner,
  To: world.replyAddresses.sign(`digest-${date}`),
  Subject: 'Re: 1 neue – Nachfass',
  ...more,
});
const answer = (text: string, delivery: Partial<Delivery> = {}, more: Record<string, string> = {}) =>
  receive(world, aRawMail({ headers: headers(more), text }), { envelopeFrom: owner, ...delivery });
const stored = () => load(world, lead.id);
const attempts = async () =>
  (await stored()).timeline.filter(({ type }) => type === 'contact-attempted').length;

/** The button of the newest mail to the owner. */
function button(): string | undefined {
  const html = sentTo(world, owner).at(-1)?.html ?? '';
  return /href="(https:[^"]+\/a\/[^"]+)"[^>]*>Alles so eintragen</.exec(html)?.[1];
}

const open = (url: string, method = 'GET') => request(world, method, url);

describe('the owner answers the digest', () => {
  test('what was understood is done and confirmed, what was not is asked back', async () => {
    const record = await answer('1 erreicht\n7 gewonnen\n1 vielleicht\nHuber will noch etwas');
    expect(record.outcome).toBe('reply-appended');
    expect((await stored()).stage).toBe('needs-analysis');
    const [confirmation, ...others] = sentTo(world, owner);
    expect(others).toEqual([]);
    for (const part of [
      '1 · Erika Muster: erreicht',
      '7 gewonnen',
      '1 vielleicht',
      'Huber will noch etwas',
    ]) {
      expect(confirmation?.text.replace(/\s+/g, ' ')).toContain(part);
    }
    expect(button()).toBeUndefined();
  });

  test('several things said of one request are all done', async () => {
    await answer('1 erreicht, Besichtigung Do halb drei');
    expect(await stored()).toMatchObject({
      stage: 'site-visit',
      visit: { startsAt: '2026-11-26T13:30:00.000Z' },
    });
  });

  test('a visit beside another one stands, and the receipt says so', async () => {
    const startsAt = '2026-11-26T13:00:00.000Z';
    const visit = { startsAt, durationMinutes: 60, plannedAt: monday10, sequence: 0 };
    const other = aLeadIn('site-visit');
    const contact = { ...other.contact, name: 'Anna Huber' };
    await world.leads.add({ ...other, id: '7K2M9QX4TZ', contact, visit }, { contentHash: 'other' });
    await answer('1 Besichtigung Do halb drei');
    expect((await stored()).visit?.startsAt).toBe('2026-11-26T13:30:00.000Z');
    expect(sentTo(world, owner)[0]?.text.replace(/\s+/g, ' ')).toContain(
      'Achtung: Zur selben Zeit ist schon eine Besichtigung: Anna Huber',
    );
    await answer('1 Termin verschieben Fr 10 Uhr');
    expect((await stored()).visit?.startsAt).toBe('2026-11-27T09:00:00.000Z');
    expect(sentTo(world, owner)[1]?.text).not.toContain('Achtung');
    await answer('1 Termin verschieben So 10 Uhr');
    expect(sentTo(world, owner)[2]?.text.replace(/\s+/g, ' ')).toContain(
      'Achtung: An dem Tag arbeiten Sie sonst nicht.',
    );
    await answer('1 Termin absagen');
    expect((await stored()).visit).toBeUndefined();
    expect(sentTo(world, owner)[3]?.text).toContain('Besichtigung abgesagt');
  });

  test('what a line lacks is said in his words, with how to write it', async () => {
    await answer('1 gewonnen');
    expect(sentTo(world, owner)[0]?.text.replace(/\s+/g, ' ')).toContain(
      'Für „Auftrag“ fehlt noch: die Auftragssumme. Zum Beispiel: gewonnen 9200.',
    );
  });

  test('one that said nothing is shown how it is done', async () => {
    await answer('Ich schau mal');
    expect(sentTo(world, owner)[0]?.text).toContain('vorn die Nummer');
    expect((await stored()).version).toBe(lead.version);
  });

  test('the lines of the digest that he quotes are not his', async () => {
    const quoted = `Von: Muster Haustechnik <anfrage@mail.example>
Gesendet: Montag, 23. November 2026 06:30
An: ${owner}
Betreff: 1 neue

Neue Anfragen (1)
1 Erika Muster
Sie können auf diese E-Mail auch einfach antworten, eine Zeile je Anfrage: „1 erreicht“,
„2 Besichtigung Do 14 Uhr“`;
    await answer(quoted);
    expect((await stored()).version).toBe(lead.version);
    expect(sentTo(world, owner)[0]?.text).not.toContain('Erika Muster');
    await answer(`1 erreicht:\n\n${quoted}`);
    expect((await stored()).stage).toBe('needs-analysis');
  });

  const examples = '- 1 erreicht\n- 1-3 nicht erreicht\n- 1 Besichtigung Do 14 Uhr';
  const marked = examples.replaceAll(/^/gm, '> ');
  const block = `Von: Muster Haustechnik <anfrage@mail.example>
Gesendet: Montag, 23. November 2026 06:30
An: ${owner}
Betreff: Bitte noch einmal: 1 Zeile offen`;
  test.each([
    ['marks', marked],
    ['one marked line', '> 1 nicht erreicht'],
    ['marks twice', '>> 1 nicht erreicht\n> > 1 erreicht'],
    [
      'an iPhone',
      `Von meinem iPhone gesendet\n\nAm 23.11.2026 um 09:12 schrieb Muster <a@mail.example>:\n\n${marked}`,
    ],
    [
      'an iPhone that marks nothing',
      `Am 23.11.2026 um 09:12 schrieb Muster <a@mail.example>:\n\n${examples}`,
    ],
    ['the headers of Outlook', `${block}\n\n${examples}`],
    ['its divider', `-----Ursprüngliche Nachricht-----\n${block}\n\n${examples}`],
    ['a forwarded mail', `---------- Weitergeleitete Nachricht ----------\n${block}\n\n${examples}`],
    ['nothing but our heading', `So geht es\n${examples}`],
  ])('nothing but a quote orders nothing: %s', async (_, text) => {
    const record = await answer(text);
    expect(record.outcome).toBe('reply-appended');
    expect((await stored()).version).toBe(lead.version);
    expect(sentTo(world, owner)).toHaveLength(1);
    expect(sentTo(world, owner)[0]?.subject).toBe('Nichts zu tun gefunden');
    expect(sentTo(world, owner)[0]?.text).toContain('vorn die Nummer');
  });

  test('nor does what he hands on as a file, or quotes in HTML', async () => {
    const html =
      '<p>Von meinem iPhone gesendet</p><blockquote><ul><li>1 nicht erreicht</li></ul></blockquote>';
    const parts = (first: string, second: string) =>
      Buffer.from(
        `${Object.entries(headers({ 'Content-Type': 'multipart/mixed; boundary=b' }))
          .map(([name, value]) => `${name}: ${value}`)
          .join('\r\n')}\r\n\r\n--b\r\n${first}\r\n--b\r\n${second}\r\n--b--\r\n`,
      );
    await receive(
      world,
      parts(
        `Content-Type: text/html\r\n\r\n${html}`,
        `Content-Type: message/rfc822\r\n\r\nFrom: ${owner}\r\nSubject: x\r\n\r\n1 erreicht`,
      ),
      { envelopeFrom: owner },
    );
    expect((await stored()).version).toBe(lead.version);
  });

  test('a line below what he quotes is his, one with a mark is not', async () => {
    await answer('> 1 Erika Muster\nnicht erreicht\n> 1 gewonnen 9000');
    expect((await stored()).version).toBe(lead.version);
    expect(sentTo(world, owner)[0]?.text).toContain('Welche Anfrage meinen Sie?');
    await answer('> 1 gewonnen 9000\n\n1 nicht erreicht');
    expect(await attempts()).toBe(1);
    expect(await stored()).toMatchObject({ stage: 'first-contact' });
  });

  const ourMails = () => {
    const about = { company: world.company, understood: [], enterUrl: 'https://anfrage.muster.example/a/x' };
    const done = {
      number: 1,
      name: 'Erika Muster',
      said: { what: 'not-reached' },
      line: '1 nicht erreicht',
    } as const;
    const unclear = [{ line: '1 nicht erreicht', asked: 'Was ist damit gemeint?' }];
    return {
      ...ownerMails(lead, world.company),
      ...customerMails(lead, world.company),
      confirmation: digestReplyMail({ ...about, understood: [{ ...done, result: {} }], unclear }),
      'a question': digestReplyMail({ ...about, unclear }),
      'nothing found': digestReplyMail({ ...about, unclear: [] }),
      'a held answer': heldAnswerMail({ ...about, understood: [done], unclear, why: 'late' }),
    };
  };

  test('none of our own mails orders anything when it comes back as his words', async () => {
    for (const mail of Object.values(ourMails())) {
      const begun = sentTo(world, owner).length;
      await answer(mail.text);
      await receive(
        world,
        aRawMail({ headers: headers({ 'Content-Type': 'text/html; charset=utf-8' }), text: mail.html }),
        { envelopeFrom: owner },
      );
      expect(sentTo(world, owner)).toHaveLength(begun + 2);
    }
    expect((await stored()).version).toBe(lead.version);
  });

  test('twice the same delivery does nothing twice, and is confirmed once', async () => {
    const delivery = aDelivery('answer', { envelopeFrom: owner });
    world.mailFiles.keep('answer', aRawMail({ headers: headers(), text: '1 nicht erreicht' }), monday10);
    await expect(receiveMail(delivery, dyingAtTheEnd(world))).rejects.toThrow('killed');
    await receiveMail(delivery, { ...world, readMail });
    expect(await attempts()).toBe(1);
    expect(sentTo(world, owner)).toHaveLength(1);
  });

  test('when the provider does not take mails now, the confirmation goes out later', async () => {
    const delivery = aDelivery('later', { envelopeFrom: owner });
    world.mailFiles.keep('later', aRawMail({ headers: headers(), text: '1 nicht erreicht' }), monday10);
    world.mailer.failNext(new MailRefusedError('busy'));
    await expect(receiveMail(delivery, { ...world, readMail })).rejects.toThrow(MailRefusedError);
    await receiveMail(delivery, { ...world, readMail });
    expect(await attempts()).toBe(1);
    expect(sentTo(world, owner)).toHaveLength(1);
  });

  test('his absence note changes nothing', async () => {
    await answer('1 erreicht', { verdicts: unproven }, { 'Auto-Submitted': 'auto-replied' });
    await answer('1 erreicht', {}, { 'Auto-Submitted': 'auto-replied' });
    expect((await stored()).version).toBe(lead.version);
    expect(sentTo(world, owner)).toEqual([]);
  });
});

describe('an answer that nobody has proven to be his', () => {
  test.each<[string, Partial<Delivery['verdicts']>]>([
    ['his provider signs nothing', {}],
    ['SPF alone passes', { spf: 'pass' }],
    ['DMARC fails', { dmarc: 'fail' }],
  ])('does nothing yet if %s, and comes back to his address with one button', async (_, verdicts) => {
    const record = await answer('1 erreicht\n9 gewonnen', { verdicts: { ...unproven, ...verdicts } });
    expect(record).toMatchObject({ outcome: 'reply-appended', flags: ['unproven-owner'] });
    expect((await stored()).version).toBe(lead.version);
    const [mail, ...others] = world.mailer.sent;
    expect(others).toEqual([]);
    expect(mail?.to).toEqual([owner]);
    expect(mail?.text).toContain('1 · Erika Muster: erreicht');
    expect(mail?.text).toContain('9 gewonnen');
    expect(button()).toBeDefined();
  });

  test('looking changes nothing, the tap does all of it, once', async () => {
    await answer('1 nicht erreicht\n1 vielleicht', { verdicts: unproven });
    const url = button() ?? '';
    for (const method of ['GET', 'HEAD', 'GET']) expect((await open(url, method)).status).toBe(200);
    const page = await open(url);
    expect(textOf(page)).toContain('1 · Erika Muster: nicht erreicht');
    expect(textOf(page)).toContain('1 vielleicht');
    expect(page.body.match(/<button/g)).toHaveLength(1);
    expect((await stored()).version).toBe(lead.version);

    expect(textOf(await open(url, 'POST'))).toContain('Eingetragen');
    expect(await attempts()).toBe(1);
    for (const method of ['POST', 'GET', 'POST']) {
      const again = await open(url, method);
      expect(textOf(again)).toContain('Schon eingetragen');
      expect(again.body).not.toContain('<button');
    }
    expect(await attempts()).toBe(1);
  });

  test('two taps at once are one', async () => {
    await answer('1 nicht erreicht', { verdicts: unproven });
    const url = button() ?? '';
    const answers = await Promise.all([open(url, 'POST'), open(url, 'POST'), open(url, 'POST')]);
    expect(await attempts()).toBe(1);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
  });

  test('a tap that died half-way is gone on with', async () => {
    await answer('1 nicht erreicht\n1 später 15.1.', { verdicts: unproven });
    const url = button() ?? '';
    const { note } = world.digestAnswers;
    let notes = 0;
    const dying = {
      ...world.digestAnswers,
      note: (...args: Parameters<typeof note>) =>
        ++notes > 1 ? Promise.reject(new Error('killed')) : note(...args),
    };
    const alive = world;
    world = { ...alive, digestAnswers: dying };
    await expect(open(url, 'POST')).rejects.toThrow('killed');
    world = alive;
    expect((await open(url, 'POST')).status).toBe(409);
    world.clock.set('2026-11-23T09:10:00.000Z');
    expect((await open(url, 'POST')).status).toBe(200);
    expect(await attempts()).toBe(1);
    expect((await stored()).postponedUntil).toBe('2027-01-15');
  });

  test('"morgen" is the day after he wrote, whenever he taps', async () => {
    await answer('1 Besichtigung übermorgen 9 Uhr', { verdicts: unproven });
    const url = button() ?? '';
    world.clock.set('2026-11-24T09:00:00.000Z');
    await open(url, 'POST');
    expect((await stored()).visit?.startsAt).toBe('2026-11-25T08:00:00.000Z');
  });

  test('what is no longer possible at the tap is said, and the rest is done', async () => {
    await answer('1 nicht erreicht\n1 Besichtigung morgen 9 Uhr', { verdicts: unproven });
    const url = button() ?? '';
    world.clock.set('2026-11-25T09:00:00.000Z');
    const text = textOf(await open(url, 'POST'));
    expect(text).toContain('nicht alles');
    expect(text).toContain('Der Termin liegt in der Vergangenheit.');
    expect(await attempts()).toBe(1);
  });

  test('a button does not undo what happened since', async () => {
    await answer('1 nicht erreicht', { verdicts: unproven });
    const url = button() ?? '';
    await answer('1 erreicht, Angebot 8500');
    const { version } = await stored();
    expect(textOf(await open(url, 'POST'))).toContain('Inzwischen hat sich bei dieser Anfrage etwas getan');
    expect((await stored()).version).toBe(version);
  });

  test('several things said of one request are all entered', async () => {
    await answer('1 erreicht\n1 Angebot 8500\n1 in Verhandlung', { verdicts: unproven });
    await open(button() ?? '', 'POST');
    expect(await stored()).toMatchObject({ stage: 'negotiation', quotedCents: 850_000 });
  });

  test('a button ends, and no other delivery can be made of it', async () => {
    await answer('1 erreicht', { verdicts: unproven });
    const url = button() ?? '';
    const token = url.split('/a/')[1] ?? '';
    expect((await open(url.replace(/delivery-\d+/, 'delivery-1000'))).status).toBe(403);
    world.clock.set('2026-12-08T09:00:00.000Z');
    expect(token).toContain('enter-answer');
    expect((await open(url, 'POST')).status).toBe(403);
    expect((await stored()).version).toBe(lead.version);
  });

  test('an answer that was carried out at once has no page', async () => {
    const { deliveryId } = await answer('1 erreicht');
    const url = world.links.sign({
      leadId: deliveryId,
      action: 'enter-answer',
      expiresAt: '2027-01-01T00:00:00.000Z',
    });
    expect((await open(url)).status).toBe(410);
  });

  test('where nothing was understood there is nothing to tap', async () => {
    await answer('1 vielleicht', { verdicts: unproven });
    expect(sentTo(world, owner)[0]?.text).toContain('1 vielleicht');
    expect(button()).toBeUndefined();
  });

  test('whoever has the address of a digest cannot bury the owner in questions', async () => {
    for (let count = 0; count < 10; count += 1) await answer('1 erreicht', { verdicts: unproven });
    expect(sentTo(world, owner)).toHaveLength(5);
    expect((await stored()).version).toBe(lead.version);
  });
});

describe('after the seven days of a digest', () => {
  test.each<[string, string, boolean]>([
    ['2026-11-30T22:00:00.000Z', 'on the seventh day', true],
    ['2026-11-30T23:30:00.000Z', 'on the eighth', false],
  ])('at %s, %s, an answer is carried out at once: %s', async (now, _, atOnce) => {
    world.clock.set(now);
    const record = await answer('1 erreicht');
    expect(record).toMatchObject({ outcome: 'reply-appended', flags: [] });
    expect((await stored()).stage).toBe(atOnce ? 'needs-analysis' : 'new');
    expect(button() === undefined).toBe(atOnce);
    if (!atOnce) {
      expect(sentTo(world, owner)[0]?.text).toContain('mehr als eine Woche');
      await open(button() ?? '', 'POST');
      expect((await stored()).stage).toBe('needs-analysis');
    }
  });
});

describe('an answer of the office', () => {
  const office = 'buero@muster-haustechnik.example';

  test('proven by the domain of the business waits for a tap of the owner, and names who wrote', async () => {
    const record = await answer('1 nicht erreicht', { envelopeFrom: office }, { From: `Büro <${office}>` });
    expect(record).toMatchObject({ outcome: 'reply-appended', flags: [] });
    expect((await stored()).version).toBe(lead.version);
    const [mail, ...others] = world.mailer.sent;
    expect(others).toEqual([]);
    expect(mail?.to).toEqual([owner]);
    expect(mail?.subject).toContain(office);
    expect(textOf(await open(button() ?? ''))).toContain(office);
    await open(button() ?? '', 'POST');
    expect(await attempts()).toBe(1);
  });

  test.each([
    ['nobody has proven it', office, unproven],
    ['its domain only looks like ours', 'buero@muster-haustechnik.example.evil.test', undefined],
    ['there are two in From', `${office}, ${owner}`, undefined],
  ])('is a stranger’s if %s', async (_, from, verdicts) => {
    const record = await answer('1 erreicht', verdicts ? { verdicts } : {}, { From: from });
    expect(record.outcome).toBe('spam-quarantined');
    expect((await stored()).version).toBe(lead.version);
    expect(world.mailer.sent).toEqual([]);
  });

  test('cannot bury the owner in questions either', async () => {
    for (let count = 0; count < 8; count += 1) await answer('1 erreicht', {}, { From: office });
    expect(sentTo(world, owner)).toHaveLength(5);
  });
});

describe('an answer of somebody else', () => {
  test.each([{}, { verdicts: unproven }])(
    'does nothing, is kept aside, and he hears nothing',
    async (delivery) => {
      const record = await answer('1 erreicht', delivery, { From: 'joerg.weiss@customer.test' });
      expect(record).toMatchObject({ outcome: 'spam-quarantined', flags: ['unknown-sender'] });
      expect((await stored()).version).toBe(lead.version);
      expect(world.mailer.sent).toEqual([]);
    },
  );

  test('also if only the name before his address is the owner’s', async () => {
    await answer('1 erreicht', { verdicts: unproven }, { From: `"${owner}" <attacker@evil.example>` });
    await answer('1 erreicht', {}, { From: `${owner}, attacker@evil.example` });
    expect((await stored()).version).toBe(lead.version);
    expect(world.mailer.sent).toEqual([]);
  });
});
