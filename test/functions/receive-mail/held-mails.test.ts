/** Mails that come in while the provider takes none of ours: they wait and go on by themselves. */
import { describe, expect, test } from 'vitest';
import { readMail } from '../../../adapters/mime/read-mail.ts';
import { MailRefusedError, type RefusalFault } from '../../../domain/ports/errors.ts';
import type { OutgoingMail } from '../../../domain/ports/mailer.ts';
import { addDuration, addMinutes } from '../../../domain/time/local-time.ts';
import { handleNotice } from '../../../functions/receive-mail/handle-notice.ts';
import { receiveOrHold } from '../../../functions/receive-mail/receive-or-hold.ts';
import { reconcileLeads } from '../../../functions/reconcile-leads/reconcile-leads.ts';
import { sendDigest } from '../../../functions/send-digest/send-digest.ts';
import { aDelivery, aRawMail } from '../../support/a-raw-mail.ts';
import { monday10 } from '../../support/a-walk.ts';
import type { World } from '../../support/a-world.ts';
import { link, tap } from '../act-on-lead/a-phone.ts';
import { erika, follow, fromErika, load, owner, sentTo, withErika } from './a-mailbox.ts';

const fromOwner = { From: `Martin Muster <${owner}>`, Subject: 'Re: Neue Anfrage' };
const words = 'Guten Tag Frau Muster, gern komme ich am Donnerstag vorbei.';

/** A world whose sender is out of order until somebody mends it. */
async function inTrouble(fault: RefusalFault = 'ours', stage: Parameters<typeof withErika>[0] = 'new') {
  const { world, lead, address } = await withErika(stage);
  let trouble: RefusalFault | undefined = fault;
  const send = (mail: OutgoingMail) =>
    trouble === undefined
      ? world.mailer.send(mail)
      : Promise.reject(new MailRefusedError('not verified', trouble));
  const deps = { ...world, readMail, mailer: { ...world.mailer, send } };
  const arrives = (id: string, raw: Buffer, envelopeFrom = owner): Promise<unknown> => {
    const delivery = aDelivery(id, { envelopeFrom, receivedAt: world.clock.now() });
    world.mailFiles.keep(id, raw, delivery.receivedAt);
    return receiveOrHold(delivery, deps);
  };
  return {
    world,
    deps,
    lead,
    address,
    arrives,
    answers: (id: string, text = words) =>
      arrives(id, aRawMail({ headers: { ...fromOwner, To: address }, text })),
    mend: () => {
      trouble = undefined;
    },
    /** A quarter of an hour later the reconciler runs, and then the queue is worked off. */
    async quarter() {
      world.clock.set(addMinutes(world.clock.now(), 15));
      await reconcileLeads(deps);
      for (let again = deps.deliveryQueue.take(); again; again = deps.deliveryQueue.take()) {
        await handleNotice({ again }, deps);
      }
    },
  };
}

const waiting = async ({ heldDeliveries }: World) =>
  (await heldDeliveries.list()).map(({ delivery }) => delivery.id);
const wordsTo = (world: World, address: string) => sentTo(world, address).map(({ text }) => text);

describe.each(['ours', 'passing'] as const)('while nothing goes out (%s)', (fault) => {
  test('an answer to a customer waits for days, goes out once, and it is her turn', async () => {
    const { world, lead, answers, mend, quarter } = await inTrouble(fault);
    expect(await answers('answer')).toBeUndefined();
    for (let round = 0; round < 96; round++) await quarter();
    expect(await waiting(world)).toEqual(['answer']);
    expect(sentTo(world, erika)).toEqual([]);
    expect(await load(world, lead.id)).toMatchObject({ stage: 'new', answerHeld: { since: monday10 } });

    mend();
    for (let round = 0; round < 5; round++) await quarter();
    expect(wordsTo(world, erika)).toEqual([expect.stringContaining('gern komme ich am Donnerstag')]);
    expect(await waiting(world)).toEqual([]);
    const after = await load(world, lead.id);
    expect(after).toMatchObject({ stage: 'first-contact', waitsFor: 'customer' });
    expect(after.answerHeld).toBeUndefined();
    expect(after.timeline.filter(({ type }) => type === 'owner-replied')).toHaveLength(1);
    expect(await world.intake.find('answer')).toMatchObject({ outcome: 'reply-appended', leadId: lead.id });
  }, 60_000);

  test('the report on an answer to the digest waits too, and its lines were carried out at once', async () => {
    const { world, lead, arrives, mend, quarter } = await inTrouble(fault);
    await world.digestLog.claim('2026-11-23', monday10, [lead.id]);
    await world.digestLog.markSent('2026-11-23', monday10);
    const to = world.replyAddresses.sign('digest-2026-11-23');
    const raw = aRawMail({
      headers: { ...fromOwner, To: to, Subject: 'Re: Ihr Montag' },
      text: '1 Angebot 4500 Euro',
    });
    await arrives('digest-answer', raw);
    expect(await load(world, lead.id)).toMatchObject({ stage: 'quoted', quotedCents: 450_000 });
    // Longer than a digest may be answered without a question: he did answer in time.
    world.clock.set(addDuration(monday10, 'P9D'));
    await quarter();
    mend();
    for (let round = 0; round < 3; round++) await quarter();
    const [report, ...more] = sentTo(world, owner).filter(({ replyTo }) => replyTo === to);
    expect(more).toEqual([]);
    expect(report?.text).toContain('Angebot');
    expect(report?.html).not.toContain('.enter-answer.');
    expect((await load(world, lead.id)).timeline.filter(({ type }) => type === 'moved')).toHaveLength(1);
  });
});

test('a fault that passes within minutes rings nobody; one that stays, or is ours, does', async () => {
  const short = await inTrouble('passing');
  await short.answers('answer');
  expect(short.world.metrics.counted).not.toContainEqual(['MailsHeld', 1]);
  await short.quarter();
  expect(short.world.metrics.counted).toContainEqual(['MailsHeld', 1]);
  const ours = await inTrouble('ours');
  await ours.answers('answer');
  expect(ours.world.metrics.counted).toContainEqual(['MailsHeld', 1]);
});

test('answers to one customer go out in the order he wrote them, also one that comes when all is mended', async () => {
  const { world, answers, mend, quarter } = await inTrouble();
  await answers('z-first', 'Am Donnerstag um 14 Uhr.');
  world.clock.set(addMinutes(world.clock.now(), 20));
  await answers('y-second', 'Lieber am Freitag um 9 Uhr.');
  mend();
  world.clock.set(addMinutes(world.clock.now(), 20));
  expect(await answers('x-third', 'Bitte den Hahn vorher zudrehen.')).toBeUndefined();
  await quarter();
  expect(wordsTo(world, erika)).toEqual([
    expect.stringContaining('Donnerstag'),
    expect.stringContaining('Freitag'),
    expect.stringContaining('Hahn'),
  ]);
});

test('the same said twice while it waits is said once', async () => {
  const { world, answers, mend, quarter } = await inTrouble();
  await answers('telephone');
  world.clock.set(addMinutes(world.clock.now(), 3));
  await answers('computer');
  world.clock.set(addDuration(world.clock.now(), 'P5D'));
  mend();
  await quarter();
  await quarter();
  expect(sentTo(world, erika)).toHaveLength(1);
  expect(await waiting(world)).toEqual([]);
});

/** What is due for the owner goes out with all else that is. */
const isChased = async (world: World, leadId: string) =>
  (await load(world, leadId)).timeline.some(({ type }) => type === 'owner-chased');

test('he who has answered is not chased meanwhile, and one that nobody tries any more pauses for a day at most', async () => {
  const { world, deps, lead, answers } = await inTrouble();
  world.clock.set(addDuration(monday10, 'PT3H'));
  await answers('answer');
  world.clock.set(addDuration(monday10, 'PT20H'));
  await follow(world, lead.id);
  expect(await isChased(world, lead.id)).toBe(false);
  // Renewed with each try.
  await receiveOrHold(aDelivery('answer', { envelopeFrom: owner, receivedAt: monday10 }), deps, monday10);
  world.clock.set(addDuration(monday10, 'PT40H'));
  await follow(world, lead.id);
  expect(await isChased(world, lead.id)).toBe(false);
  world.clock.set(addDuration(monday10, 'P3D'));
  await follow(world, lead.id);
  expect(await isChased(world, lead.id)).toBe(true);
});

test('what she writes while his answer waits is told him, and stays his turn when the answer goes out', async () => {
  const { world, deps, lead, answers, mend, quarter } = await inTrouble();
  await answers('answer');
  world.clock.set(addDuration(monday10, 'PT5H'));
  const receivedAt = world.clock.now();
  world.mailFiles.keep(
    'hers',
    aRawMail({ headers: { ...fromErika, Subject: 'Re: Ihre Anfrage' }, text: 'Hallo, kommt noch jemand?' }),
    receivedAt,
  );
  await receiveOrHold(aDelivery('hers', { receivedAt }), deps);
  expect(await load(world, lead.id)).toMatchObject({ waitsFor: 'owner', cadence: { name: 'replied' } });
  mend();
  await quarter();
  expect(sentTo(world, erika)).toHaveLength(1);
  expect(await load(world, lead.id)).toMatchObject({ waitsFor: 'owner', cadence: { name: 'replied' } });
  await follow(world, lead.id);
  expect(wordsTo(world, owner).some((text) => text.includes('kommt noch jemand'))).toBe(true);
});

test('without such an answer he is chased as ever', async () => {
  const { world, lead } = await inTrouble();
  world.clock.set(addDuration(monday10, 'PT20H'));
  await follow(world, lead.id);
  expect(await isChased(world, lead.id)).toBe(true);
});

test('a customer who wants no more mails meanwhile gets none: the answer comes back to him', async () => {
  const { world, lead, answers, mend, quarter } = await inTrouble();
  await answers('answer');
  await world.contacts.suppress({ kind: 'email', value: erika }, 'stopped', world.clock.now());
  await world.leads.save({ ...(await load(world, lead.id)), mailsStopped: 'stopped' });
  mend();
  await quarter();
  expect(sentTo(world, erika)).toEqual([]);
  expect(wordsTo(world, owner).some((text) => text.includes('gern komme ich'))).toBe(true);
  expect((await load(world, lead.id)).answerHeld).toBeUndefined();
});

test('what fails for another reason after it waited is left to the queue, and does not come again by itself', async () => {
  const { world, deps, answers, quarter, mend } = await inTrouble();
  await answers('poison');
  mend();
  const [held] = await world.heldDeliveries.list();
  const broken = { ...deps, readMail: () => Promise.reject(new Error('cannot be read')) };
  const again = held ? [held] : [];
  for (const one of again) await world.heldDeliveries.markQueued(one, world.clock.now());
  await expect(handleNotice({ again }, broken)).rejects.toThrow('1 mails');
  expect(await waiting(world)).toEqual([]);
  await quarter();
  expect(sentTo(world, erika)).toEqual([]);
  // Its next try, or a replay by hand.
  await handleNotice({ again }, deps);
  expect(sentTo(world, erika)).toHaveLength(1);
});

test('a try that ends late, after the next one found the sender still out of order, does not take it away', async () => {
  const { world, deps, answers, quarter, mend } = await inTrouble();
  await answers('late');
  const again = await world.heldDeliveries.list();
  const readLate = async (raw: Uint8Array) => {
    await quarter();
    if (Buffer.from(raw).length > 0) throw new Error('out of time');
    return readMail(raw);
  };
  await expect(handleNotice({ again }, { ...deps, readMail: readLate })).rejects.toThrow('1 mails');
  expect(await waiting(world)).toEqual(['late']);
  mend();
  await quarter();
  expect(sentTo(world, erika)).toHaveLength(1);
  expect(await waiting(world)).toEqual([]);
});

test('a poisonous one keeps no other from going on, and is named', async () => {
  const { world, deps, answers, mend } = await inTrouble();
  await answers('poison', 'Das Erste.');
  await answers('sound', 'Das Zweite, etwas anderes.');
  mend();
  const again = await world.heldDeliveries.list();
  const readOnly = async (raw: Uint8Array) => {
    if (Buffer.from(raw).includes('Das Erste')) throw new Error('cannot be read');
    return readMail(raw);
  };
  await expect(handleNotice({ again }, { ...deps, readMail: readOnly })).rejects.toThrow('1 mails');
  expect(wordsTo(world, erika)).toEqual([expect.stringContaining('Das Zweite')]);
});

test('put back and not received yet, it is not put back once more', async () => {
  const { world, deps, answers } = await inTrouble();
  await answers('answer');
  await reconcileLeads(deps);
  await reconcileLeads(deps);
  expect(deps.deliveryQueue.take()).toHaveLength(1);
  expect(deps.deliveryQueue.take()).toBeUndefined();
  expect(await waiting(world)).toEqual(['answer']);
});

test('a queue that takes nothing fails the run and loses nothing', async () => {
  const { deps, world, answers, mend, quarter } = await inTrouble();
  await answers('answer');
  const deliveryQueue = { putAgain: () => Promise.reject(new Error('SQS is down')) };
  await expect(reconcileLeads({ ...deps, deliveryQueue })).rejects.toThrow('put back');
  mend();
  await quarter();
  expect(sentTo(world, erika)).toHaveLength(1);
});

test('erasing the request erases what waits for it', async () => {
  const { world, deps, lead, answers, mend, quarter } = await inTrouble();
  await answers('answer');
  await reconcileLeads(deps);
  await tap(world, link(world, await load(world, lead.id), 'erase'), { sure: 'ja' });
  expect(await waiting(world)).toEqual([]);
  expect(await world.mailFiles.load('answer')).toBeUndefined();
  mend();
  // The queue has it still.
  await quarter();
  expect(sentTo(world, erika)).toEqual([]);
});

test('the digest does not call for a replay of what goes on by itself', async () => {
  const { world, answers } = await inTrouble();
  await answers('answer');
  world.clock.set(addDuration(monday10, 'PT22H'));
  await sendDigest({ force: true }, world);
  const [digest] = sentTo(world, owner);
  expect(digest?.text).not.toContain('npm run replay');
  expect(digest?.text).toContain('Ihre Antwort wartet noch');
});
