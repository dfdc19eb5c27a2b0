/** Nothing is only counted: what moves no lead lies aside as the lead it may be, and the digest names it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMail } from '../../../adapters/mime/read-mail.ts';
import { mailOutcomes } from '../../../domain/inbound/incoming-mail.ts';
import { whyNoted } from '../../../domain/inbound/noted-mail.ts';
import { leadSchema } from '../../../domain/lead/lead.ts';
import { receiveMail } from '../../../functions/receive-mail/receive-mail.ts';
import { sendDigest } from '../../../functions/send-digest/send-digest.ts';
import { aDelivery, aRawMail, mailbox } from '../../support/a-raw-mail.ts';
import { aWorld, type World } from '../../support/a-world.ts';
import { linksOf, textOf } from '../../support/read-page.ts';
import { request } from '../act-on-lead/a-phone.ts';
import { dyingAtTheEnd, erika, fromErika, load, owner, receive, sentTo, withErika } from './a-mailbox.ts';

const failing = { verdicts: { ...aDelivery('x').verdicts, spam: 'fail' as const } };
const newsletter = {
  From: 'Sanitärgroßhandel <news@grosshandel.test>',
  Subject: 'Black Week: 20 % auf Thermostate',
  'List-Id': '<news.grosshandel.test>',
  'List-Unsubscribe': '<https://grosshandel.test/abmelden>',
  Precedence: 'bulk',
};
const newsletterText =
  'Unsere Angebote der Woche. Im Browser ansehen. Newsletter abbestellen: https://grosshandel.test';
const bounce = {
  From: 'Mail Delivery System <MAILER-DAEMON@mx.provider.test>',
  Subject: 'Undelivered Mail Returned to Sender',
};
const bounceText = 'Your message to fremd@nirgendwo.test could not be delivered: user unknown.';
const absence = { ...fromErika, Subject: 'Abwesenheitsnotiz', 'Auto-Submitted': 'auto-replied' };
const absenceText = 'Ich bin bis 4. Dezember nicht im Büro.';

/** What lies aside of the last mail, as a lead that fits the schema. */
async function aside(world: World, id: string | undefined) {
  const lead = await world.leads.loadSpam(id ?? '');
  if (!lead) throw new Error('Nothing was kept aside');
  return leadSchema.parse(lead);
}

describe('what moves no lead is kept aside', () => {
  test.each([
    [
      'a newsletter',
      newsletter,
      newsletterText,
      {},
      'auto-reply-noted',
      'newsletter',
      'news@grosshandel.test',
    ],
    ['spam', {}, undefined, failing, 'spam-quarantined', 'spam', 'joerg.weiss@customer.test'],
    [
      'our own mail',
      { From: mailbox, 'X-Nachfass': 'digest' },
      undefined,
      {},
      'own-mail-ignored',
      'own',
      undefined,
    ],
    [
      'a bounce of no mail of ours',
      bounce,
      bounceText,
      { envelopeFrom: '' },
      'bounce-noted',
      'bounce',
      undefined,
    ],
  ] as const)('%s', async (_, headers, text, delivery, outcome, reason, email) => {
    const world = await aWorld();
    const raw = aRawMail({ headers, ...(text !== undefined && { text }) });
    const record = await receive(world, raw, delivery);
    expect(record).toMatchObject({ outcome, reason });
    const kept = await aside(world, record.asideId);
    expect(kept).toMatchObject({ spam: true, muted: 'kept-aside', source: 'email' });
    expect(kept.contact.email).toBe(email);
    expect(kept.timeline[0]).toMatchObject({ type: 'captured', mail: { id: record.deliveryId } });
    expect(await world.leads.listOpen()).toEqual([]);
    expect(world.mailer.sent).toEqual([]);
  });

  test('a note on the timeline of a lead lies aside as a lead related to that one', async () => {
    const { world, lead, address } = await withErika();
    const record = await receive(
      world,
      aRawMail({ headers: { ...absence, To: address }, text: absenceText }),
    );
    expect(record).toMatchObject({ outcome: 'auto-reply-noted', reason: 'absence', leadId: lead.id });
    expect(record.asideId).not.toBe(lead.id);
    expect(await aside(world, record.asideId)).toMatchObject({
      relatedTo: lead.id,
      contact: { email: erika },
    });
  });

  test('a mail that nobody can read points at its original', async () => {
    const world = await aWorld();
    const record = await receive(world, Buffer.from([0, 1, 2, 0, 3]));
    expect(record).toMatchObject({ outcome: 'unreadable', reason: 'unreadable' });
    const kept = await aside(world, record.asideId);
    expect(kept.request.message).toContain('konnten wir nicht lesen');
    expect(kept.timeline[0]).toMatchObject({ mail: { id: record.deliveryId } });
  });

  test('a mail that is too large is a lead that points at its original, or lies aside if a machine wrote it', async () => {
    const world = await aWorld();
    const tooLarge = async (raw: Uint8Array) => ({ ...(await readMail(raw)), result: 'too-large' as const });
    const receiveLarge = async (id: string, headers: Record<string, string>, text: string) => {
      const delivery = aDelivery(id);
      world.mailFiles.keep(id, aRawMail({ headers, text }), delivery.receivedAt);
      return receiveMail(delivery, { ...world, readMail: tooLarge });
    };
    const request = await receiveLarge('large-1', {}, 'Rohrbruch im Keller, bitte kommen Sie!');
    expect(request).toMatchObject({ outcome: 'too-large' });
    expect(request.asideId).toBeUndefined();
    expect((await load(world, request.leadId)).timeline[0]).toMatchObject({ mail: { id: 'large-1' } });
    const letter = await receiveLarge('large-2', newsletter, newsletterText);
    expect(letter).toMatchObject({ outcome: 'too-large', reason: 'newsletter' });
    await aside(world, letter.asideId);
  });

  test('what was answered or became a lead does not lie aside', async () => {
    const { world, address } = await withErika();
    const answer = await receive(
      world,
      aRawMail({ headers: { ...fromErika, To: address, Subject: 'AW: Angebot' } }),
    );
    const again = aRawMail({ headers: { 'Message-ID': '<same@customer.test>' } });
    const fresh = await receive(world, again);
    const duplicate = await receive(world, again);
    expect([answer, fresh, duplicate].map(({ outcome }) => outcome)).toEqual([
      'reply-appended',
      'lead-created',
      'duplicate',
    ]);
    for (const record of [answer, fresh, duplicate]) {
      expect([record.asideId, record.reason]).toEqual([undefined, undefined]);
    }
  });

  test('a process that dies before the outcome is noted notes it the next time', async () => {
    const { world, lead, address } = await withErika();
    const raw = aRawMail({ headers: { ...absence, To: address }, text: absenceText });
    const delivery = aDelivery('dies');
    world.mailFiles.keep('dies', raw, delivery.receivedAt);
    await expect(receiveMail(delivery, dyingAtTheEnd(world))).rejects.toThrow('killed');
    const record = await receiveMail(delivery, { ...world, readMail });
    await aside(world, record.asideId);
    expect((await load(world, lead.id)).timeline.filter(({ type }) => type === 'mail-noted')).toHaveLength(1);
  });

  test('every outcome but those that made or moved a lead has a reason', () => {
    fc.assert(
      fc.property(fc.constantFrom(...mailOutcomes), (outcome) => {
        const noted = [
          'auto-reply-noted',
          'bounce-noted',
          'own-mail-ignored',
          'spam-quarantined',
          'unreadable',
          'form-kept-aside',
        ];
        expect(whyNoted({ outcome }) !== undefined).toBe(noted.includes(outcome));
        expect(whyNoted({ outcome }, 'absence') !== undefined).toBe(noted.includes(outcome));
      }),
    );
  });
});

describe('the owner hears of it', () => {
  const tomorrow = '2026-11-24T05:30:00.000Z';
  async function digestOf(world: World) {
    world.clock.set(tomorrow);
    const { outcome } = await sendDigest({}, world);
    return { outcome, mail: sentTo(world, owner).at(-1) };
  }

  test('a day with nothing but one newsletter has a digest, and one tap makes a lead of it', async () => {
    const world = await aWorld();
    await receive(world, aRawMail({ headers: newsletter, text: newsletterText }));
    const { outcome, mail } = await digestOf(world);
    expect(outcome).toBe('sent');
    expect(mail?.text).toContain('* Sanitärgroßhandel: Black Week: 20 % auf Thermostate\n  Newsletter');
    const [, url = ''] = /Ist eine Anfrage:\s+(\S+)/.exec(mail?.text ?? '') ?? [];
    expect((await request(world, 'GET', url)).status).toBe(200);
    expect(await world.leads.listOpen()).toEqual([]);
    await request(world, 'POST', url);
    await request(world, 'POST', url);
    const [lead, ...others] = await world.leads.listOpen();
    expect(others).toEqual([]);
    expect(lead).toMatchObject({ email: 'news@grosshandel.test', source: 'email', stage: 'new' });
  });

  test('absence notes that stand on a lead wait for the next digest that has something to say', async () => {
    const { world, lead, address } = await withErika('won');
    await receive(world, aRawMail({ headers: { ...absence, To: address }, text: absenceText }));
    // Closed long ago, so that nothing of the lead itself is news.
    await world.digestLog.claim('2026-11-23', '2026-11-23T08:59:00.000Z', []);
    await world.digestLog.markSent('2026-11-23', '2026-11-23T08:59:00.000Z');
    await world.leads.save({ ...(await load(world, lead.id)), closedAt: '2026-11-01T09:00:00.000Z' });
    const first = await digestOf(world);
    expect(first.outcome).toBe('nothing-to-say');
    world.clock.set('2026-11-24T12:00:00.000Z');
    await receive(world, aRawMail({ headers: newsletter, text: newsletterText }));
    world.clock.set('2026-11-25T05:30:00.000Z');
    expect((await sendDigest({}, world)).outcome).toBe('sent');
    const text = sentTo(world, owner).at(-1)?.text ?? '';
    expect(text).toContain('Abwesenheitsnotiz');
    expect(text.indexOf('Black Week')).toBeLessThan(text.indexOf('Erika Muster'));
  });

  test('a digest of ours that comes back brings about no other', async () => {
    const world = await aWorld();
    await receive(world, aRawMail({ headers: { From: mailbox, 'X-Nachfass': 'digest' } }));
    expect((await digestOf(world)).outcome).toBe('nothing-to-say');
  });

  test('of many, ten stand in the digest and all on the page behind it, newest first', async () => {
    const world = await aWorld();
    for (let index = 0; index < 60; index++) {
      const headers = {
        ...newsletter,
        From: `news${index}@grosshandel.test`,
        Subject: `Rundbrief ${index}.`,
      };
      world.clock.set(new Date(Date.parse('2026-11-23T09:00:00.000Z') + index * 60_000).toISOString());
      await receive(world, aRawMail({ headers, text: newsletterText }), {
        envelopeFrom: `news${index}@grosshandel.test`,
      });
    }
    const { mail } = await digestOf(world);
    expect(mail?.text.match(/Ist eine Anfrage:/g)).toHaveLength(10);
    const [, url = ''] = /… und 50 weitere:\s+(\S+)/.exec(mail?.text ?? '') ?? [];
    const page = await request(world, 'GET', url);
    expect(page.status).toBe(200);
    expect(textOf(page)).toMatch(/Rundbrief 59\..*Rundbrief 58\./);
    expect(textOf(page)).not.toContain('Rundbrief 9.');
    const older = linksOf(page).get('Ältere') ?? '';
    expect(textOf(await request(world, 'GET', `${url}${older}`))).toMatch(/Rundbrief 9\..*Rundbrief 0\./);
    const [rescue = ''] = /https:[^"]*\.rescue\.[^"]*/.exec(page.body) ?? [];
    await request(world, 'POST', rescue);
    expect(textOf(await request(world, 'GET', url))).toContain('Ist eine Anfrage geworden');
    expect(await request(world, 'POST', url)).toMatchObject({ status: 200 });
    expect(await world.leads.listOpen()).toHaveLength(1);
  });
});
