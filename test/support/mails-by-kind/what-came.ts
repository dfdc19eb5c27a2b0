/** Sends a mail into a world with one open request, and says everything that is not as it must be. */

import { isDeepStrictEqual } from 'node:util';
import { everybody } from '../../../domain/business/people.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import type { IntakeRecord } from '../../../domain/ports/intake-log.ts';
import { follow, load, receive, sentTo, wentOut, withErika } from '../../functions/receive-mail/a-mailbox.ts';
import type { World } from '../a-world.ts';
import { type Expected, owner, type SentMail, type Thread } from './a-kind.ts';

export async function anOpenRequest(stage: 'quoted' | 'site-visit' = 'quoted') {
  const { world, address, lead: stored } = await withErika(stage);
  const lead = await load(world, stored.id);
  const ourId = '0107-quote-000000';
  await wentOut(world, ourId, { leadId: lead.id, key: `g1#${stage}#1` });
  const thread: Thread = {
    leadId: lead.id,
    customer: { name: 'Erika Muster', email: lead.contact.email ?? '' },
    address,
    messageId: `${ourId}@eu-central-1.amazonses.com`,
    subject: 'Ihr Angebot von Muster Haustechnik',
  };
  return { world, lead, thread };
}

/** Friday noon: by then who got the quote on Monday is reminded. */
export const afterTheFirstReminder = '2026-11-27T11:00:00.000Z';

const words = (text = ''): string => text.replace(/\s+/g, ' ').trim();

/** Where the record points, in the words of what is expected. */
function whose({ leadId }: IntakeRecord, thread: Thread): 'thread' | 'new' | 'none' {
  if (leadId === undefined) return 'none';
  return leadId === thread.leadId ? 'thread' : 'new';
}

/** The lead without what a note on it changes. */
function still({ timeline: _, version: __, archivedEvents: ___, ...rest }: Lead): object {
  return rest;
}

/** Faults in words; none: all is right. */
export async function faultsOf(
  mail: SentMail,
  { world, lead, thread }: Awaited<ReturnType<typeof anOpenRequest>>,
) {
  const { expected, raw, envelopeFrom, envelopeTo } = mail;
  const faults: string[] = [];
  const check = (right: boolean, fault: () => string) => {
    if (!right) faults.push(fault());
  };
  const record = await receive(world, raw, { envelopeFrom, envelopeTo });
  check(
    expected.outcomes.includes(record.outcome),
    () => `outcome ${record.outcome} instead of ${expected.outcomes.join(' or ')}`,
  );
  const of = whose(record, thread);
  check(expected.of.split('-or-').includes(of), () => `of ${of} instead of ${expected.of}`);
  const mayMake = expected.of.startsWith('new');
  check(
    world.leads.all().length === 1 || mayMake,
    () => `made a lead: ${JSON.stringify(world.leads.all().at(-1)?.contact)}`,
  );

  const after = await load(world, lead.id);
  const events = after.timeline.slice(lead.timeline.length);
  const types = events.map(({ type }) => type).filter((type) => type !== 'fact-learned');
  if (expected.events) {
    check(expected.events.join() === types.join(), () => `events [${types}] instead of [${expected.events}]`);
  }
  if (expected.onlyNoted || expected.events?.length === 0) {
    check(
      isDeepStrictEqual(still(after), still(lead)),
      () =>
        `the lead has changed: waits for ${after.waitsFor}, ${after.cadence?.name}, ${after.mailsStopped}`,
    );
  }
  const made = of === 'new' ? await load(world, record.leadId) : undefined;
  const told = made
    ? made.request.message
    : events.map((event) => ('text' in event ? event.text : '')).join('\n');
  checkText(expected, words(told), check);
  if (made) await checkNew(expected, made, world, check);
  check(!expected.linked || made?.relatedTo === lead.id, () => `linked to ${made?.relatedTo}`);
  // Only what the provider itself reports closes an address: anybody can write a mail.
  const known = await world.contacts.load({ kind: 'email', value: thread.customer.email });
  check(known?.suppressed === undefined, () => `the customer is silenced: ${known?.suppressed?.reason}`);
  if (expected.held) await checkHeld(after, world, check);
  if (of !== 'new') {
    const others = sentOutside(world);
    check(others.length === 0, () => `a mail went to ${others}`);
  }
  if (expected.goesOn) await checkGoesOn(after, world, check);
  return faults;
}

/** Addresses of nobody who works here, once for each mail. */
const sentOutside = ({ mailer, company }: World): string[] =>
  mailer.sent
    .flatMap(({ to }) => to)
    .filter((address) => !everybody(company).some(({ email }) => email === address));

type Check = (right: boolean, fault: () => string) => void;

function checkText({ says = [], saysLike, saysNot = [] }: Expected, told: string, check: Check): void {
  for (const text of says) check(told.includes(words(text)), () => `"${words(text)}" is not in "${told}"`);
  for (const text of saysNot) check(!told.includes(words(text)), () => `"${words(text)}" is in "${told}"`);
  check(saysLike?.test(told) ?? true, () => `no ${saysLike} in "${told}"`);
}

async function checkNew(expected: Expected, made: Lead, world: World, check: Check): Promise<void> {
  const { contact } = made;
  for (const [field, value] of Object.entries(expected.contact ?? {})) {
    const found = contact[field as 'name' | 'email' | 'phoneE164'];
    check((found ?? null) === value, () => `${field} ${found} instead of ${value}`);
  }
  const rings = made.stage === 'service';
  check(rings === (expected.emergency ?? rings), () => (rings ? 'rings without need' : 'does not ring'));
  const files = made.timeline.flatMap((event) =>
    'mail' in event && typeof event.mail === 'object' ? event.mail.files : [],
  );
  for (const name of expected.files ?? []) {
    check(
      files.some((file) => file.name === name),
      () => `no file ${name}, but [${files.map((file) => file.name)}]`,
    );
  }
  await follow(world, made.id);
  check(sentTo(world, owner).length > 0, () => 'the owner was not told');
  const answered = sentOutside(world);
  if (expected.acknowledged !== undefined) {
    check(answered.length > 0 === expected.acknowledged, () =>
      expected.acknowledged ? 'no acknowledgement' : `acknowledged to ${answered}`,
    );
  }
  const strangers = answered.filter((address) => address !== contact.email);
  check(strangers.length === 0, () => `a mail went to ${strangers}`);
}

/** The owner phones; the address is not lost for other mails. */
async function checkHeld(after: Lead, world: World, check: Check): Promise<void> {
  check(after.waitsFor === 'owner', () => `waits for ${after.waitsFor}`);
  await checkToldToPhone(after, world, check);
  const reminders = await remindersOf(after, world);
  check(reminders === 0, () => 'the customer was reminded');
}

async function checkGoesOn(after: Lead, world: World, check: Check): Promise<void> {
  check(after.waitsFor === 'customer', () => `waits for ${after.waitsFor}`);
  await checkToldToPhone(after, world, check);
  const reminders = await remindersOf(after, world);
  check(reminders === 1, () => `the customer was reminded ${reminders} times`);
}

async function checkToldToPhone(after: Lead, world: World, check: Check): Promise<void> {
  await follow(world, after.id);
  const told = sentTo(world, owner)
    .map(({ subject, text }) => `${subject}\n${text}`)
    .join('\n');
  check(
    /anrufen|rufen Sie|telefon/i.test(told),
    () => `the owner is not told to phone: "${words(told).slice(0, 200)}"`,
  );
}

async function remindersOf({ id, contact: { email = '' } }: Lead, world: World): Promise<number> {
  world.clock.set(afterTheFirstReminder);
  await follow(world, id);
  return sentTo(world, email).length;
}
