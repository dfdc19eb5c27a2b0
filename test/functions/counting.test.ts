/** What is counted when, over all functions: each thing once, however often it is tried. */
import { describe, expect, test } from 'vitest';
import { readMail } from '../../adapters/mime/read-mail.ts';
import { MailRefusedError, MailRejectedError } from '../../domain/ports/errors.ts';
import { addDuration, addMinutes } from '../../domain/time/local-time.ts';
import { captureLead } from '../../functions/capture-lead/capture-lead.ts';
import { followUpLead } from '../../functions/follow-up-lead/follow-up-lead.ts';
import { receiveMail } from '../../functions/receive-mail/receive-mail.ts';
import { reconcileLeads } from '../../functions/reconcile-leads/reconcile-leads.ts';
import { mailEvent } from '../../functions/record-mail-event/mail-event.ts';
import { recordMailEvent } from '../../functions/record-mail-event/record-mail-event.ts';
import { sendDigest } from '../../functions/send-digest/send-digest.ts';
import { captureCallLink, rescueLink } from '../../functions/shared/action-links.ts';
import { aLead } from '../support/a-lead.ts';
import { aDelivery, aRawMail } from '../support/a-raw-mail.ts';
import { aJsonPost } from '../support/a-request.ts';
import { aLeadIn, monday10 } from '../support/a-walk.ts';
import { aWorld, type World } from '../support/a-world.ts';
import { fieldsOf } from '../support/read-page.ts';
import { link, request, tap } from './act-on-lead/a-phone.ts';

const counts = ({ metrics }: World) => {
  const sums = new Map<string, number>();
  for (const [metric, value] of metrics.counted) sums.set(metric, (sums.get(metric) ?? 0) + value);
  return Object.fromEntries(sums);
};

const erika = { name: 'Erika Muster', email: 'erika@example.org', message: 'Ein neues Bad' };
const twice = async (run: () => Promise<unknown>) => {
  await run();
  await run();
};

describe('a request is counted once', () => {
  test('by form, however often it is sent', async () => {
    const world = await aWorld();
    await twice(() => captureLead(aJsonPost(erika), world));
    expect(counts(world)).toEqual({ Captured: 1 });
  });

  test('by mail, however often the queue brings it', async () => {
    const world = await aWorld();
    world.mailFiles.keep('mail-1', aRawMail(), monday10);
    await twice(() => receiveMail(aDelivery('mail-1'), { ...world, readMail }));
    expect(counts(world)).toEqual({ Captured: 1 });
  });

  test('by phone, also if the owner presses the button twice', async () => {
    const world = await aWorld();
    const url = captureCallLink(world.links, monday10);
    const form = Object.fromEntries(fieldsOf(await request(world, 'GET', url)));
    const call = { ...form, phone: '089 7654321', message: 'Ein neues Bad', urgency: 'soon' };
    await twice(() => request(world, 'POST', url, call));
    expect(counts(world)).toEqual({ Captured: 1 });
  });

  test('and spam not before the owner says that it is a request', async () => {
    const world = await aWorld();
    await world.leads.keepSpam({ ...aLead(), spam: true });
    expect(counts(world)).toEqual({});
    await twice(() => tap(world, rescueLink(world.links, aLead().id, monday10)));
    expect(counts(world)).toEqual({ Captured: 1 });
  });
});

describe('of our mails', () => {
  const follow = (world: World, at: string) => {
    world.clock.set(at);
    return followUpLead({ leadId: aLead().id, generation: 1 }, world);
  };

  test('the first is an answer, the next ones are follow-ups', async () => {
    const lead = { ...aLeadIn('quoted'), generation: 1, acknowledgedAt: monday10, alertedAt: monday10 };
    const [fresh, quoted] = [await aWorld({ leads: [aLead()] }), await aWorld({ leads: [lead] })];
    await twice(() => follow(fresh, monday10));
    expect(counts(fresh)).toEqual({ Answered: 1 });
    await twice(() => follow(quoted, addDuration(monday10, 'P4D')));
    expect(counts(quoted)).toEqual({ FollowUps: 1 });
  });

  test('none counts that did not go out', async () => {
    const world = await aWorld({ leads: [aLead()] });
    world.mailer.failNext(new MailRefusedError('not now'));
    await follow(world, monday10).catch(() => undefined);
    expect(counts(world)).toEqual({});
    world.mailer.failNext(new MailRejectedError('never'));
    await follow(world, monday10);
    expect(counts(world)).toEqual({});
  });

  test('one that comes back is a bounce, however often SES says so', async () => {
    const { email = '' } = aLead().contact;
    const world = await aWorld({ leads: [aLead()] });
    await world.contacts.linkLead({ kind: 'email', value: email }, aLead().id);
    const tell = (event: object) => recordMailEvent(mailEvent.parse(event), world);
    const mail = { messageId: 'message-1' };
    const bounce = { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress: email }] };
    await twice(() => tell({ eventType: 'Bounce', mail, bounce }));
    expect(counts(world)).toEqual({ Bounces: 1 });
    const complaint = { complainedRecipients: [{ emailAddress: email }] };
    await twice(() => tell({ eventType: 'Complaint', mail, complaint }));
    expect(counts(world)).toEqual({ Bounces: 1, Complaints: 1 });
  });
});

test('the time to the first contact is told with the tap that says so', async () => {
  const world = await aWorld({ leads: [aLead()] });
  world.clock.set(addMinutes(aLead().capturedAt, 150));
  const url = link(world, aLead(), 'reached');
  await twice(() => tap(world, url));
  expect(counts(world)).toEqual({ FirstContactMinutes: 150 });
});

test('a timer that was lost is counted when it is given back', async () => {
  const world = await aWorld({ leads: [{ ...aLead(), dueAt: '2026-11-23T08:00:00.000Z' }] });
  await twice(() => reconcileLeads(world));
  expect(counts(world)).toEqual({ Reconciled: 1 });
});

describe('the digest', () => {
  const at = async (now: string, leads = [aLead()]) => {
    const world = await aWorld({ leads });
    world.clock.set(now);
    return world;
  };
  const [tuesday, sunday] = ['2026-11-24T05:30:00.000Z', '2026-11-29T05:30:00.000Z'];

  test('that went out has run; a second run of the day sends nothing', async () => {
    const world = await at(tuesday);
    await twice(() => sendDigest({}, world));
    expect(counts(world)).toEqual({ DigestRuns: 2, DigestsSent: 1, SilentSources: 0 });
  });

  test('runs also when it has nothing to say, and on days without work', async () => {
    const quiet = await at(tuesday, []);
    await sendDigest({}, quiet);
    expect(counts(quiet)).toEqual({ DigestRuns: 1, SilentSources: 0 });
    const free = await at(sunday);
    await sendDigest({}, free);
    expect(counts(free)).toEqual({ DigestRuns: 1 });
  });

  test('that could not be sent has not run', async () => {
    const world = await at(tuesday);
    world.mailer.failNext(new MailRefusedError('not now'));
    await sendDigest({}, world).catch(() => undefined);
    expect(counts(world).DigestRuns).toBeUndefined();
  });
});
