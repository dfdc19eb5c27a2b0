import { describe, expect, test } from 'vitest';
import { mailEvent } from '../../../functions/record-mail-event/mail-event.ts';
import { recordMailEvent } from '../../../functions/record-mail-event/record-mail-event.ts';
import { aLeadIn, monday10 } from '../../support/a-walk.ts';
import { aWorld, type World } from '../../support/a-world.ts';

const erika = 'erika.muster@example.org';
const owner = 'chef@muster-haustechnik.example';

/** Erika's quote was sent as `message-1`, the chase to the owner as `message-2`; she has a second request. */
async function afterTheQuote() {
  const lead = aLeadIn('quoted');
  const other = { ...aLeadIn('needs-analysis'), id: '7K2M9QX4TE' };
  const world = await aWorld({ leads: [lead, other] });
  for (const { id } of [lead, other]) await world.contacts.linkLead({ kind: 'email', value: erika }, id);
  for (const [key, to, message] of [
    ['g1#quoted#1', 'customer', 'message-1'],
    ['g1#new#1', 'owner', 'message-2'],
  ] as const) {
    await world.mailLog.claim({ leadId: lead.id, key, to }, monday10);
    await world.mailLog.markSent(lead.id, key, message, monday10);
  }
  return { world, lead, other };
}

const tell = (world: World, event: object) => recordMailEvent(mailEvent.parse(event), world);
const mail = (messageId = 'message-1') => ({ mail: { messageId, timestamp: monday10 } });
const bounce = (bounceType: string, emailAddress = erika, messageId?: string) => ({
  eventType: 'Bounce',
  ...mail(messageId),
  bounce: { bounceType, bouncedRecipients: [{ emailAddress, diagnosticCode: 'smtp; 550 unknown' }] },
});
const complaint = (emailAddress = erika, complaintFeedbackType?: string) => ({
  eventType: 'Complaint',
  ...mail(),
  complaint: { complainedRecipients: [{ emailAddress }], complaintFeedbackType },
});

const suppressed = async (world: World) =>
  (await world.contacts.load({ kind: 'email', value: erika }))?.suppressed?.reason;

describe('a mail that bounced for good', () => {
  test("ends mails to the address, about all requests, and makes it the owner's turn", async () => {
    const { world, lead, other } = await afterTheQuote();
    await tell(world, bounce('Permanent'));
    expect(await suppressed(world)).toBe('bounced');
    for (const id of [lead.id, other.id]) {
      expect(await world.leads.load(id)).toMatchObject({
        mailsStopped: 'bounced',
        waitsFor: 'owner',
        cadence: { name: 'bounced' },
      });
    }
    expect((await world.mailLog.list(lead.id)).find(({ messageId }) => messageId === 'message-1')?.fate).toBe(
      'bounced',
    );
  });

  test('twice is once', async () => {
    const { world, lead } = await afterTheQuote();
    await tell(world, bounce('Permanent'));
    const before = await world.leads.load(lead.id);
    await tell(world, bounce('Permanent'));
    expect(await world.leads.load(lead.id)).toEqual(before);
  });

  test('also as a notification of the identity', async () => {
    const { world } = await afterTheQuote();
    const { eventType, ...rest } = bounce('Permanent');
    await tell(world, { notificationType: eventType, ...rest });
    expect(await suppressed(world)).toBe('bounced');
  });

  test("never ends the owner's mails", async () => {
    const { world, lead } = await afterTheQuote();
    await tell(world, bounce('Permanent', owner, 'message-2'));
    expect((await world.contacts.load({ kind: 'email', value: owner }))?.suppressed).toBeUndefined();
    expect((await world.leads.load(lead.id))?.mailsStopped).toBeUndefined();
  });

  test('of a mail that nobody knows still ends mails to the address', async () => {
    const { world } = await afterTheQuote();
    await tell(world, bounce('Permanent', erika, 'unknown'));
    expect(await suppressed(world)).toBe('bounced');
  });

  test('does not concern a lead whose address was corrected since', async () => {
    const { world, lead } = await afterTheQuote();
    const stored = await world.leads.load(lead.id);
    if (stored)
      await world.leads.save({ ...stored, contact: { ...stored.contact, email: 'neu@example.org' } });
    await tell(world, bounce('Permanent'));
    expect((await world.leads.load(lead.id))?.mailsStopped).toBeUndefined();
  });
});

describe('a mail that is late', () => {
  test.each([bounce('Transient'), { eventType: 'DeliveryDelay', ...mail(), deliveryDelay: {} }])(
    'is noted once and changes nothing',
    async (event) => {
      const { world, lead } = await afterTheQuote();
      await tell(world, event);
      await tell(world, event);
      const after = await world.leads.load(lead.id);
      expect(after?.timeline.filter(({ type }) => type === 'mail-noted')).toHaveLength(1);
      expect(after).toMatchObject({ generation: lead.generation, waitsFor: 'customer' });
      expect(await suppressed(world)).toBeUndefined();
    },
  );
});

describe('a complaint', () => {
  test('ends everything to the address', async () => {
    const { world, lead, other } = await afterTheQuote();
    await tell(world, complaint());
    expect(await suppressed(world)).toBe('complained');
    for (const id of [lead.id, other.id])
      expect((await world.leads.load(id))?.mailsStopped).toBe('complained');
  });

  test('that was taken back changes nothing', async () => {
    const { world } = await afterTheQuote();
    await tell(world, complaint(erika, 'not-spam'));
    expect(await suppressed(world)).toBeUndefined();
  });
});

test('a mail that SES refused because of a virus is noted', async () => {
  const { world, lead } = await afterTheQuote();
  await tell(world, { eventType: 'Reject', ...mail(), reject: { reason: 'Bad content' } });
  expect((await world.leads.load(lead.id))?.timeline.at(-1)).toMatchObject({
    type: 'mail-noted',
    what: 'rejected',
  });
});

test('a delivery is noted with its mail and with nothing else', async () => {
  const { world, lead } = await afterTheQuote();
  await tell(world, { eventType: 'Delivery', ...mail(), delivery: {} });
  expect((await world.mailLog.list(lead.id)).map(({ fate }) => fate)).toContain('delivered');
  expect((await world.leads.load(lead.id))?.version).toBe(lead.version);
});

test.each(['Open', 'Click', 'Send', 'Subscription', 'Rendering Failure'])(
  '%s is nothing to follow up',
  async (eventType) => {
    const { world, lead } = await afterTheQuote();
    await tell(world, { eventType, ...mail() });
    expect((await world.leads.load(lead.id))?.version).toBe(lead.version);
  },
);

test('what is no event of SES is refused, so that somebody looks at it', () => {
  const broken = { eventType: 'Bounce', ...mail(), bounce: {} };
  for (const event of [{}, 'text', null, [], { mail: {} }, broken])
    expect(mailEvent.safeParse(event).success).toBe(false);
});
