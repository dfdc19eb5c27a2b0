/**
 * A business from its first deployment to its last day, through the doors that its customers, its owner and AWS use. The
 * chapters follow one another; what takes long (the digest's minute, the reconciler) begins early and is looked at late.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { metricUnits } from '../domain/report/metrics.ts';
import { addDays } from '../domain/time/local-time.ts';
import { aRawMail } from '../test/support/a-raw-mail.ts';
import { linkBehind } from '../test/support/local-system.ts';
import { listenToAlarms, ring } from './alarm-listener.ts';
import {
  customerAddress,
  customersAreAnswered,
  type Minute,
  minutesFromNow,
  nextTickFromNow,
  ownerAddress,
  receiver,
  secondsUntil,
  writeCompanyFile,
} from './business.ts';
import { type Cloud, eventually, openCloud, patienceSeconds } from './cloud.ts';
import { deploy, destroy, mainStack, npmRun } from './deployment.ts';
import { call, postForm, postJson } from './http.ts';
import { hasMailbox, sentMails } from './mailbox.ts';
import {
  capture,
  cloud,
  has,
  lookAtDeployment,
  patience,
  registerMailDomain,
  seeds,
  setBusiness,
} from './story-steps.ts';

/** Longer than a change takes to take effect. */
const digestAfterMinutes = 2;

let digest: Minute;

beforeAll(async () => {
  await registerMailDomain();
  // Half a day away: no digest but the one that is waited for.
  writeCompanyFile({ digestAt: minutesFromNow(12 * 60).time });
  await npmRun('bootstrap');
  await deploy();
  await lookAtDeployment();
});

describe('a request', () => {
  let id: string;

  test('is answered after it is stored, and its workflow begins', async () => {
    id = await capture({ name: 'Seraphine Quittenbaum', kind: 'project' });
    expect(await cloud.lead(id)).toMatchObject({ stage: 'new', probability: 5, waitsFor: 'owner' });
    await eventually(`execution ${id}-g1`, async () =>
      (await cloud.runningExecutions()).some(({ name }) => name === `${id}-g1`),
    );
  });

  test('is acknowledged to the customer and told to the owner', async () => {
    await has(id, 'acknowledged');
    await has(id, 'owner-alerted');
    // On a slow target the owner has been reminded by now, too.
    const first = (await cloud.mails(id)).filter(({ key }) => !key.includes('#new#'));
    expect(first.map(({ to }) => to).sort()).toEqual(['customer', 'owner']);
  });

  test.runIf(hasMailbox)('reaches both in mails that say what to do', async () => {
    const about = (await sentMails()).filter(({ subject }) => subject.includes(id));
    const [acknowledgement, ...others] = about.filter(({ to }) => !to.includes(ownerAddress));
    const [alert] = about.filter(({ to }) => to.includes(ownerAddress));
    expect(others).toEqual([]);
    // Nothing proves whose words they are: only ours are in it.
    expect(acknowledgement?.text).toContain('Thema: Bad');
    expect(acknowledgement?.text).not.toContain('Mondsteinfliesen');
    expect(acknowledgement?.html).toContain('HRB 123456');
    expect(linkBehind('Erreicht', alert?.html ?? '')).toMatch(`${cloud.address}/a/`);
  });

  test('that the owner leaves lying reminds him', () => has(id, 'owner-chased'));

  test('is not moved by scanners that open its links', async () => {
    const link = await cloud.link(id, 'reached');
    const before = await cloud.lead(id);
    expect((await call(link)).status).toBe(200);
    expect((await call(link, { method: 'HEAD' })).status).toBe(200);
    expect(await cloud.lead(id)).toEqual(before);
  });

  test('with a forged link shows nothing', async () => {
    const forged = `${await cloud.link(id, 'reached')}x`;
    const answer = await postForm(forged, {});
    expect(answer.status).toBe(403);
    expect(answer.text).not.toContain('Quittenbaum');
  });

  test('of a customer who does not answer gets two mails, then stands still', async () => {
    await cloud.tap(await cloud.link(id, 'not-reached'));
    await has(id, 'follow-up-sent', 2);
    await has(id, 'stalled');
    await patience();
    expect(await cloud.events(id)).toMatchObject({ 'follow-up-sent': 2, stalled: 1 });
  });
});

describe('forms of every make', () => {
  test('come in as a browser sends them, and get a page', async () => {
    const page = await call(`${cloud.address}/`, { headers: { accept: 'text/html' } });
    expect(page.text).toContain('<form');
    const thanks = await postForm(`${cloud.address}/leads`, {
      Name: 'Seraphine Quittenbaum',
      'E-Mail': customerAddress('browser'),
      Nachricht: 'Heizung gluckert.',
    });
    expect(thanks.status).toBe(200);
    expect(thanks.text).toContain('Danke');
  });

  test('with faults are refused in the words of the visitor', async () => {
    const answer = await postJson(`${cloud.address}/leads`, { name: 'Ohne Adresse' });
    expect(answer.status).toBe(422);
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });

  test('repeated are one lead', async () => {
    const submissionId = `e2e-${Date.now()}`;
    const contact = { email: customerAddress('twice'), phone: '089 5551298' };
    expect(await capture({ submissionId, ...contact })).toBe(await capture({ submissionId, ...contact }));
  });
});

describe('the business changes while its leads wait, without a deployment', () => {
  test('the form has another phone number and colour', async () => {
    await setBusiness({ phone: '+49 89 5551299', accentColor: '#7b1e3a' });
    const page = await eventually('the new number on the form', async () => {
      const { text } = await call(`${cloud.address}/`, { headers: { accept: 'text/html' } });
      return text.includes('5551299') && text;
    });
    expect(page).toContain('#7b1e3a');
  });

  test('the answer to a request has other words', async () => {
    await setBusiness({
      texts: {
        acknowledgement: { de: { subject: 'Angekommen bei {brand}', text: 'wir rufen Sie morgen an.' } },
      },
    });
    await eventually('an answer in the new words', async () => {
      const id = await capture();
      await has(id, 'acknowledged');
      if (!hasMailbox) return true;
      const mails = (await sentMails()).filter(({ subject }) => subject.includes(id));
      return mails.some(({ subject, text, html }) => {
        const isNew = subject.startsWith('Angekommen bei Probe') && text.includes('wir rufen Sie morgen an.');
        return isNew && html.includes('#7b1e3a');
      });
    });
  });

  test('of two who change what both were shown the second is told, and nothing is mixed up', async () => {
    const shown = JSON.parse(await npmRun('business', ['show'])) as object;
    await setBusiness({ ...shown, retentionMonths: 24 });
    await expect(setBusiness({ ...shown, contactPerson: 'Paul Probe' })).rejects.toThrow(
      /Nothing was changed.*retentionMonths: nothing -> 24/s,
    );
    expect((await cloud.business.load())?.file).toMatchObject({
      retentionMonths: 24,
      contactPerson: 'Martin Muster',
    });
  });
});

/** What the reconciler made of them is looked at some chapters later. */
const killed: string[] = [];
test('somebody stops all executions', async () => {
  while (killed.length < 3) {
    const ids: string[] = [];
    for (let index = 0; index < 3; index++) {
      const id = await capture();
      await has(id, 'owner-alerted');
      const running = await cloud.runningExecutions();
      expect(running.map(({ name }) => name)).toContain(`${id}-g1`);
      for (const { arn } of running) await cloud.stopExecution(arn);
      await eventually(
        'the end of all executions',
        async () => (await cloud.runningExecutions()).length === 0,
      );
      ids.push(id);
    }
    await patience();
    // A slow target may have reminded the owner before the execution was stopped: that lead is due in an hour only.
    for (const id of ids) if (!('owner-chased' in (await cloud.events(id)))) killed.push(id);
  }
});

test('an update while leads wait loses nothing, and stores a business that an older release did not store', async () => {
  const waiting = [await capture(), await capture()];
  const before = await cloud.leads.listOpen();
  await cloud.forgetBusiness();
  await deploy({ LOG_RETENTION_DAYS: '30' });
  expect((await cloud.business.load())?.file).toMatchObject({ key: 'probe', name: 'Probe Haustechnik GmbH' });
  await lookAtDeployment();
  for (const id of waiting) {
    await has(id, 'owner-chased');
    expect(await cloud.events(id)).toMatchObject({ acknowledged: 1, 'owner-alerted': 1, 'owner-chased': 1 });
  }
  const after = (await cloud.leads.listOpen()).map(({ id }) => id);
  expect(after).toEqual(expect.arrayContaining(before.map(({ id }) => id)));
  await has(await capture(), 'acknowledged');
});

test('the digest gets another minute, without a deployment', async () => {
  digest = nextTickFromNow(digestAfterMinutes);
  await setBusiness({ digestAt: digest.time });
});

describe('a sale', () => {
  let id: string;
  const tap = async (action: Parameters<Cloud['link']>[1], fields: Record<string, string> = {}) => {
    const { status } = await cloud.tap(await cloud.link(id, action), fields);
    expect(status).toBe(200);
  };

  test('goes from the first call to a quote', async () => {
    id = await capture();
    await tap('reached');
    await tap('qualify', { valueCents: '12.000' });
    expect(await cloud.lead(id)).toMatchObject({ stage: 'opportunity', valueCents: 1_200_000 });
    await tap('plan-visit', {
      date: addDays(new Date().toISOString().slice(0, 10), 7),
      time: '14:00',
      durationMinutes: '60',
    });
    await has(id, 'visit-planned');
    // A quote is followed up after the visit that stands ahead.
    await tap('cancel-visit');
    await has(id, 'visit-cancelled');
    await tap('quote', { quotedCents: '11.500' });
    expect(await cloud.lead(id)).toMatchObject({ stage: 'quoted', probability: 75, waitsFor: 'customer' });
  });

  test('a quote without an answer is followed up', () => has(id, 'follow-up-sent'));

  test('an answer by mail ends the reminders and reaches the owner', async () => {
    const from = (await cloud.lead(id)).contact.email ?? '';
    const to = cloud.replyAddress(receiver, id);
    const raw = aRawMail({
      headers: { From: from, To: to, Subject: 'AW: Ihr Angebot' },
      text: 'Das nehmen wir so!',
    });
    await cloud.deliver(`answer-${id}`, raw, { from, to });
    await has(id, 'customer-replied');
    expect(await cloud.lead(id)).toMatchObject({ waitsFor: 'owner' });
    await has(id, 'owner-chased');
    const record = await eventually('its outcome', () => cloud.intake.find(`answer-${id}`));
    expect(record).toMatchObject({ outcome: 'reply-appended', leadId: id });
  });

  test('is won', async () => {
    await tap('win', { finalCents: '11.000' });
    expect(await cloud.lead(id)).toMatchObject({ stage: 'won', probability: 100, finalCents: 1_100_000 });
    await eventually('the end of its execution', async () =>
      (await cloud.runningExecutions()).every(({ name }) => !name.startsWith(`${id}-`)),
    );
  });
});

describe('a mail', () => {
  const deliveryId = `letter-${Date.now()}`;
  const from = customerAddress('letter');
  const raw = aRawMail({ headers: { From: `Seraphine Quittenbaum <${from}>`, To: receiver } });

  test('of somebody new is a lead and is answered', async () => {
    await cloud.deliver(deliveryId, raw, { from, to: receiver });
    const { outcome, leadId = '' } = await eventually('its outcome', () => cloud.intake.find(deliveryId));
    expect(outcome).toBe('lead-created');
    expect(await cloud.lead(leadId)).toMatchObject({ source: 'email' });
    await has(leadId, 'owner-alerted');
    if (customersAreAnswered) await has(leadId, 'acknowledged');
  });

  test('that comes twice is one lead', async () => {
    await cloud.deliver(`${deliveryId}-again`, raw, { from, to: receiver });
    expect(await eventually('its outcome', () => cloud.intake.find(`${deliveryId}-again`))).toMatchObject({
      outcome: 'duplicate',
    });
  });
});

test('a mail of which nobody was told is replayed by hand', async () => {
  const deliveryId = `silent-${Date.now()}`;
  const from = customerAddress('silent');
  const raw = aRawMail({ headers: { From: from, To: receiver, Subject: 'Wasserhahn tropft' } });
  await cloud.keepMail(deliveryId, raw);
  await npmRun('replay', ['--missing']);
  expect(await eventually('its outcome', () => cloud.intake.find(deliveryId))).toMatchObject({
    outcome: 'lead-created',
  });
});

test('an emergency alarms the owner again and again, until somebody takes it', async () => {
  const id = await capture({ message: 'Rohrbruch! Wasser kommt durch die Decke.' });
  expect(await cloud.lead(id)).toMatchObject({ stage: 'service' });
  await has(id, 'owner-chased', 2);
  await cloud.tap(await cloud.link(id, 'confirm'));
  await has(id, 'confirmed');
  const { 'owner-chased': alarms } = await cloud.events(id);
  await patience();
  expect(await cloud.events(id)).toMatchObject({ 'owner-chased': alarms });
  expect(await cloud.events(id)).not.toHaveProperty('follow-up-sent');
});

test('a mail that bounces ends the mails to the address and tells the owner', async () => {
  const id = await capture();
  await has(id, 'acknowledged');
  const [mail] = (await cloud.mails(id)).filter(({ to }) => to === 'customer');
  const emailAddress = (await cloud.lead(id)).contact.email;
  await cloud.tellFate({
    eventType: 'Bounce',
    mail: { messageId: mail?.messageId },
    bounce: {
      bounceType: 'Permanent',
      bouncedRecipients: [{ emailAddress, diagnosticCode: 'smtp; 550 no such user' }],
    },
  });
  await has(id, 'mail-bounced');
  expect(await cloud.lead(id)).toMatchObject({ waitsFor: 'owner' });
});

test('the digest goes out at its minute, once', async () => {
  const { sentAt, leadIds } = await eventually(
    `the digest of ${digest.time}`,
    async () => {
      const record = await cloud.digestLog.find(digest.date);
      return record?.sentAt !== undefined && record;
    },
    secondsUntil(digest) + patienceSeconds,
  );
  expect(sentAt?.slice(0, 16)).toBe(`${digest.date}T${digest.time}`);
  expect(leadIds.length).toBeGreaterThan(5);
  if (hasMailbox) {
    const digests = (await sentMails()).filter(({ subject }) => subject.includes('Nachfass am'));
    expect(digests).toHaveLength(1);
    expect(digests[0]?.to).toEqual([ownerAddress]);
  }
});

test('the leads whose executions were stopped have new ones, and nothing was lost or doubled', async () => {
  for (const id of killed) {
    await eventually(`a new generation of ${id}`, async () => (await cloud.lead(id)).generation > 1);
    await has(id, 'owner-chased');
    expect(await cloud.events(id)).toMatchObject({ acknowledged: 1, 'owner-alerted': 1, 'owner-chased': 1 });
    const keys = (await cloud.mails(id)).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  }
});

test('a request that cannot be stored is answered all the same, and stored once the table is back', async () => {
  await cloud.withVariable('CaptureLead', 'TABLE_NAME', 'Gone', async () => {
    const id = await capture();
    await eventually('the way into the queue, in the log', async () =>
      (await cloud.logLines()).some((line) => line.includes(id) && line.includes('into the queue')),
    );
    await eventually('the lead from the queue', async () => (await cloud.leads.load(id)) !== undefined);
    await has(id, 'acknowledged');
  });
  await has(await capture(), 'acknowledged');
});

test('a request that can be neither stored nor queued leaves its text with the visitor', async () => {
  await cloud.withVariable('CaptureLead', 'TABLE_NAME', 'Gone', () =>
    cloud.withVariable('CaptureLead', 'SUBMISSION_QUEUE_URL', 'http://127.0.0.1:1/gone', async () => {
      const answer = await postForm(`${cloud.address}/leads`, {
        name: 'Seraphine Quittenbaum',
        email: customerAddress('unlucky'),
        message: 'Bitte vergessen Sie mich nicht.',
      });
      expect(answer.status).toBe(503);
      expect(answer.text).toContain('Bitte vergessen Sie mich nicht.');
    }),
  );
});

test('leads that were deleted by mistake come back from a restored table, with their timers', async () => {
  const id = await capture();
  await has(id, 'owner-chased');
  const mails = await cloud.mails(id);
  const restored = await cloud.restoredTable();
  await cloud.deleteLead(id);
  expect(await npmRun('restore', ['--from', restored.name, '--dry-run'])).toContain('  1 leads');
  expect(await npmRun('restore', ['--from', restored.name])).toContain('  1 leads');
  expect(await cloud.events(id)).toMatchObject({ acknowledged: 1, 'owner-alerted': 1 });
  expect(await cloud.mails(id)).toEqual(mails);
  expect(await npmRun('restore', ['--from', restored.name])).toContain('  0 leads');
  await restored.remove();
});

describe('what runs keeps to the business as it is now', () => {
  test('the timer of a new request keeps to another rhythm, and to a day that was closed', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
    await setBusiness({
      workingTime: { days, from: '00:00', to: '24:00' },
      closedOn: [today, addDays(today, 1)],
      cadences: { new: { to: 'owner', after: ['2 working hours'], thenEach: null } },
    });
    const chased = await eventually('a timer after the closed days', async () => {
      const id = await capture();
      await has(id, 'owner-alerted');
      const { dueAt } = await cloud.lead(id);
      return dueAt >= `${addDays(today, 2)}T00:00` && { id, dueAt };
    });
    const [execution] = (await cloud.runningExecutions()).filter(({ name }) => name.startsWith(chased.id));
    expect(execution?.name).toBe(`${chased.id}-g1`);
  });

  test('a broken change is refused with what was found, and a change is taken back', async () => {
    await expect(setBusiness({ digestAt: 'früh' })).rejects.toThrow(
      'digestAt: found "früh", expected a time',
    );
    const history = await npmRun('business', ['history']);
    const closed = /^(\d+) [^\n]*\n(?: {5}[^\n]*\n)*? {5}cadences\.new/m.exec(history)?.[1] ?? '';
    await npmRun('business', ['undo', closed]);
    expect((await cloud.business.load())?.file).toMatchObject({
      workingTime: 'always',
      digestAt: digest.time,
    });
  });
});

test('no line of any log holds what people wrote or who they are', async () => {
  const lines = await cloud.logLines();
  expect(lines.length).toBeGreaterThan(50);
  for (const seed of seeds) expect(lines.filter((line) => line.includes(seed))).toEqual([]);
});

test('what happened was counted', async () => {
  const counted = (await cloud.logLines())
    .filter((line) => line.includes('"_aws"'))
    .flatMap((line) => Object.keys(JSON.parse(line) as object));
  // Nobody complained, and the sender was never out of order.
  const notHere = ['MailsHeld', 'Complaints'];
  expect(Object.keys(metricUnits).filter((metric) => !counted.includes(metric))).toEqual(notHere);
});

test('each alarm that rings reaches somebody, with what to do', async () => {
  const listener = await listenToAlarms(cloud.physical('AlarmsTopic', 'AWS::SNS::Topic'));
  const alarms = cloud.resources.filter(({ type }) => type === 'AWS::CloudWatch::Alarm');
  for (const { name } of alarms) await ring(name);
  const silent = new Set(alarms.map(({ name }) => name));
  await eventually('all alarms heard', async () => {
    for (const { AlarmName, AlarmDescription } of await listener.heard()) {
      expect(AlarmDescription).toMatch(/^[A-Z].+ What to do: .+#[a-z-]+$/);
      silent.delete(AlarmName);
    }
    return silent.size === 0;
  });
  await listener.stop();
});

test('what was stored outlives the stack', async () => {
  const stored = await cloud.leads.listOpen();
  await destroy();
  await expect(openCloud(mainStack())).rejects.toThrow();
  expect(await cloud.leads.listOpen()).toHaveLength(stored.length);
  await cloud.removeRemains();
});
