import { describe, expect, test } from 'vitest';
import type { Lead } from '../../../domain/lead/lead.ts';
import { receiveMail } from '../../../functions/receive-mail/receive-mail.ts';
import { aDelivery, aRawMail, mailbox } from '../../support/a-raw-mail.ts';
import { aLeadIn, monday10 } from '../../support/a-walk.ts';
import type { World } from '../../support/a-world.ts';
import {
  letters,
  type OurHeaders,
  rawLetter,
  report,
  returnedHeaders,
} from '../../support/returned-mails.ts';
import {
  dyingAtTheEnd,
  erika,
  follow,
  load,
  owner,
  receive,
  sentTo,
  wentOut,
  withErika,
} from './a-mailbox.ts';

const quoteId = '0107-quote-000000';
const otherId = '0107-other-000000';
const chaseId = '0107-chase-000000';
const other = { ...aLeadIn('quoted'), id: '7K2M9QX4TE' };

/** Erika's quote went out as `quoteId`, the owner's alert as `chaseId`; somebody else's request has `otherId`. */
async function afterTheQuote() {
  const set = await withErika();
  const { world, lead } = set;
  await world.leads.add(
    { ...other, contact: { ...other.contact, email: 'otto@haus.test' } },
    { contentHash: other.id },
  );
  for (const [leadId, key, to, messageId] of [
    [lead.id, 'g1#quoted#1', 'customer', quoteId],
    [lead.id, 'g1#new#1', 'owner', chaseId],
    [other.id, 'g1#quoted#1', 'customer', otherId],
  ] as const) {
    await wentOut(world, messageId, { leadId, key, to });
  }
  return set;
}

const unknownUser = { status: '5.1.1', diagnostic: '550 5.1.1 User unknown', to: erika };
const dsn = (ours: OurHeaders, more: Partial<Parameters<typeof report>[0]> = {}, to = mailbox) =>
  rawLetter(report({ ...unknownUser, ...more }, ours, { To: to }));
const nobody = { envelopeFrom: '' };

async function expectNothingStopped(world: World, { id }: Lead) {
  for (const value of [erika, 'otto@haus.test', 'frieda.ferner@weg.example']) {
    expect((await world.contacts.load({ kind: 'email', value }))?.suppressed).toBeUndefined();
  }
  expect((await load(world, id)).mailsStopped).toBeUndefined();
  expect(await load(world, other.id)).toMatchObject({ generation: other.generation, version: 0 });
}

describe('a report that comes as a mail', () => {
  test('stands on the lead it names, tells the owner to phone, and holds the reminders', async () => {
    const { world, lead } = await afterTheQuote();
    const record = await receive(world, dsn({ messageId: quoteId }), nobody);
    expect(record).toMatchObject({ outcome: 'bounce-noted', leadId: lead.id });
    const after = await load(world, lead.id);
    expect(after.timeline.at(-1)).toMatchObject({
      type: 'mail-bounced',
      email: erika,
      reported: 'address',
      reason: '550 5.1.1 User unknown',
      heldUntil: '2026-11-30T09:00:00.000Z',
    });
    expect(after).toMatchObject({ cadence: lead.cadence, waitsFor: 'owner', generation: lead.generation });
    await expectNothingStopped(world, lead);
    const [told] = sentTo(world, owner);
    expect(told?.subject).toContain('E-Mail kam vielleicht nicht an, bitte anrufen');
    const text = told?.text.replace(/\s+/g, ' ');
    expect(text).toContain(`Unsere E-Mail an ${erika} kam vielleicht nicht an – bitte anrufen.`);
    expect(text).toContain('ruhen bis Montag, 30. November');
    expect(told?.html).toContain('tel:+49891234567');
    expect(sentTo(world, erika)).toEqual([]);
  });

  test('keeps what was due from going out, until its time is over', async () => {
    const { world, lead } = await afterTheQuote();
    await receive(world, dsn({ messageId: quoteId }), nobody);
    world.clock.set('2026-11-26T09:00:00.000Z');
    expect(await follow(world, lead.id)).toMatchObject({ dueAt: '2026-11-30T09:00:00.000Z' });
    expect(sentTo(world, erika)).toEqual([]);
    world.clock.set('2026-11-30T09:00:00.000Z');
    await follow(world, lead.id);
    expect(sentTo(world, erika)).toHaveLength(1);
  });

  const claims: readonly (readonly [string, (address: string, lead: Lead) => Buffer])[] = [
    ['our signed address alone', (address) => dsn({}, {}, address)],
    ['our own header alone', (_, { id }) => dsn({ leadId: id })],
    [
      'our header and an id that somebody guessed',
      (_, { id }) => dsn({ leadId: id, messageId: '0107-guess' }),
    ],
    ["our header and the id of somebody else's mail", (address) => dsn({ messageId: otherId }, {}, address)],
    ['our header and the id of a mail to the owner', (_, { id }) => dsn({ leadId: id, messageId: chaseId })],
    ['the right id and another address', () => dsn({ messageId: quoteId }, { to: 'jemand@weg.example' })],
  ];

  test('a report about another address says so to the owner: perhaps the customer sends his mails on', async () => {
    const { world } = await afterTheQuote();
    await receive(world, dsn({ messageId: quoteId }, { to: 'jemand@weg.example' }), nobody);
    const told = sentTo(world, owner)[0]?.text.replace(/\s+/g, ' ');
    expect(told).toContain('jemand@weg.example');
    expect(told).toContain('Die Meldung nennt eine andere Adresse als seine.');
  });

  test.each(claims)('%s: a note and a word to the owner, and the reminders go on', async (_, raw) => {
    const { world, lead, address } = await afterTheQuote();
    const record = await receive(world, raw(address, lead), nobody);
    expect(record).toMatchObject({ outcome: 'bounce-noted', leadId: lead.id });
    const after = await load(world, lead.id);
    expect(after.timeline.at(-1)).toMatchObject({ type: 'mail-bounced', reported: 'address' });
    expect(after.bounceReport).toEqual({ at: monday10 });
    await expectNothingStopped(world, lead);
    expect(sentTo(world, owner)[0]?.text.replace(/\s+/g, ' ')).toContain('laufen weiter');
    world.clock.set('2026-11-26T09:00:00.000Z');
    await follow(world, lead.id);
    expect(sentTo(world, erika)).toHaveLength(1);
  });

  test('of the address that was corrected since holds nothing', async () => {
    const { world, lead } = await afterTheQuote();
    const stored = await load(world, lead.id);
    const changed = { type: 'details-changed', at: '2026-11-23T09:30:00.000Z', by: 'owner' } as const;
    const email = 'erika@neu.example';
    await world.leads.save({
      ...stored,
      contact: { ...stored.contact, email },
      timeline: [...stored.timeline, { ...changed, email }],
    });
    await receive(world, dsn({ messageId: quoteId }), nobody);
    expect((await load(world, lead.id)).bounceReport).toEqual({ at: monday10 });
    await receive(world, dsn({ messageId: quoteId }, { to: email }), nobody);
    expect((await load(world, lead.id)).bounceReport).toEqual({ at: monday10 });
  });

  test('many of them tell the owner once', async () => {
    const { world, lead, address } = await afterTheQuote();
    for (let count = 0; count < 8; count++) {
      await receive(world, dsn({ leadId: lead.id }, { letter: `Bericht ${count}` }, address), nobody);
    }
    expect(sentTo(world, owner)).toHaveLength(1);
    expect((await load(world, lead.id)).timeline.filter(({ type }) => type === 'mail-bounced')).toHaveLength(
      1,
    );
  });

  test('that nobody noted as done is not told twice', async () => {
    const { world, lead } = await afterTheQuote();
    const delivery = aDelivery('one', nobody);
    world.mailFiles.keep(delivery.id, dsn({ messageId: quoteId }), delivery.receivedAt);
    await expect(receiveMail(delivery, dyingAtTheEnd(world))).rejects.toThrow('killed');
    await receiveMail(delivery, { ...dyingAtTheEnd(world), intake: world.intake });
    expect(sentTo(world, owner)).toHaveLength(1);
    expect((await load(world, lead.id)).timeline.filter(({ type }) => type === 'mail-bounced')).toHaveLength(
      1,
    );
  });

  test("about the owner's own mailbox has nothing to do with the customer", async () => {
    const { world, lead, address } = await afterTheQuote();
    const record = await receive(world, dsn({ messageId: chaseId }, { to: owner }, address), nobody);
    expect(record.outcome).toBe('bounce-noted');
    expect((await load(world, lead.id)).version).toBe(0);
    expect(world.mailer.sent).toEqual([]);
  });

  test('of the answer to what the owner called spam is nothing to phone about', async () => {
    const { world, lead } = await afterTheQuote();
    await world.leads.save({ ...(await load(world, lead.id)), spam: true });
    await receive(world, dsn({ messageId: quoteId }), nobody);
    expect(world.mailer.sent).toEqual([]);
  });

  test.each([
    ['a full mailbox', { status: '5.1.1', diagnostic: '552 5.2.2 Over quota' }, 'not-arrived'],
    ['too many recipients', { status: '5.0.0', diagnostic: '552 Too many recipients' }, 'not-arrived'],
    ['a server that gave up', { status: '4.4.7', diagnostic: '421 message expired' }, 'not-arrived'],
    ['a delay', { status: '4.4.1', action: 'delayed', diagnostic: '451 try later' }, 'delayed'],
    ['a delay after a hard word', { status: '4.0.0', action: 'delayed', diagnostic: '550 no' }, 'delayed'],
  ] as const)('%s is only noted', async (_, said, what) => {
    const { world, lead } = await afterTheQuote();
    await receive(world, dsn({ messageId: quoteId }, said), nobody);
    const { timeline, version: _v, ...after } = await load(world, lead.id);
    const { timeline: before, version: _b, ...untouched } = lead;
    expect(after).toEqual(untouched);
    expect(timeline.slice(0, -1)).toEqual(before);
    expect(timeline.at(-1)).toMatchObject({ type: 'mail-noted', what });
    expect(world.mailer.sent).toEqual([]);
  });

  test('that a mail arrived changes nothing', async () => {
    const { world, lead } = await afterTheQuote();
    const arrived = dsn({ messageId: quoteId }, { status: '2.0.0', action: 'relayed', diagnostic: '250 ok' });
    expect((await receive(world, arrived, nobody)).outcome).toBe('bounce-noted');
    expect((await load(world, lead.id)).version).toBe(0);
  });
});

describe('which lead it is about', () => {
  test('our signed address goes before the ids in it, and these before our header', async () => {
    const { world, lead, address } = await afterTheQuote();
    const signed = await receive(world, dsn({ messageId: otherId, leadId: other.id }, {}, address), nobody);
    expect(signed.leadId).toBe(lead.id);
    const byId = await receive(world, dsn({ messageId: quoteId, leadId: other.id }), nobody);
    expect(byId.leadId).toBe(lead.id);
    expect((await receive(world, dsn({ leadId: lead.id }), nobody)).leadId).toBe(lead.id);
  });

  test('a signed address also in the envelope alone', async () => {
    const { world, lead, address } = await afterTheQuote();
    const record = await receive(world, dsn({}), { ...nobody, envelopeTo: [address] });
    expect(record.leadId).toBe(lead.id);
  });

  test.each(letters)('$name, below which our mail hangs', async (letter) => {
    const { world, lead } = await afterTheQuote();
    const below = `--- Original message follows.\n\n${returnedHeaders({ messageId: quoteId })}`;
    const record = await receive(world, rawLetter(letter, below));
    expect(record).toMatchObject({ outcome: 'bounce-noted', leadId: lead.id });
  });
});

describe('the address in it is nobody who wrote', () => {
  test.each(letters)('$name: no request, and no mail to anybody', async (letter) => {
    for (const envelopeFrom of ['', 'server@weg.example', undefined]) {
      const { world } = await afterTheQuote();
      const record = await receive(world, rawLetter(letter), { envelopeFrom });
      expect(record).toMatchObject({ outcome: 'bounce-noted' });
      expect(record.leadId).toBeUndefined();
      expect(world.mailer.sent).toEqual([]);
      expect(await world.leads.load('TEST000001')).toBeUndefined();
    }
  });

  test('not even in a language that nobody here reads', async () => {
    const { world } = await afterTheQuote();
    const text = 'Nie udało się dostarczyć wiadomości do kunde@weg.example';
    const raw = aRawMail({
      headers: { From: 'Mailer Daemon <mailer-daemon@poczta.test>', Subject: 'x' },
      text,
    });
    expect((await receive(world, raw)).outcome).toBe('bounce-noted');
    expect(world.mailer.sent).toEqual([]);
  });
});
