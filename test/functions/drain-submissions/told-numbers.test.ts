/** Whoever was told a number finds his request by it, whichever of his tries got through. */
import { beforeEach, describe, expect, test } from 'vitest';
import { captureLead } from '../../../functions/capture-lead/capture-lead.ts';
import { storeQueuedSubmission } from '../../../functions/drain-submissions/store-queued-submission.ts';
import { captureCallLink } from '../../../functions/shared/action-links.ts';
import { changeLead } from '../../../functions/shared/change-lead.ts';
import { aFormPost, aJsonPost } from '../../support/a-request.ts';
import { aSubmission } from '../../support/a-submission.ts';
import { aWorld, type World } from '../../support/a-world.ts';
import { linksOf, textOf } from '../../support/read-page.ts';
import { tap } from '../act-on-lead/a-phone.ts';
import { aHookedWorld, asJson } from '../receive-hook/a-hook.ts';

const jonas = { name: 'Jonas Reiter', email: 'jonas@reiter.example', message: 'Der Heizkörper bleibt kalt.' };

let world: World;
beforeEach(async () => {
  world = await aWorld();
});

type Body = Record<string, unknown>;
const idOf = ({ body }: { body: string }): string => JSON.parse(body).id;
const down = (): World => ({
  ...world,
  leads: { ...world.leads, add: () => Promise.reject(new Error('The table is down')) },
});
const submit = async (body: Body, deps: World = world) => idOf(await captureLead(aJsonPost(body), deps));

/** The lead is stored, and nobody hears of it. */
async function submitUnanswered(body: Body): Promise<void> {
  await captureLead(aJsonPost(body), world);
}

async function drain(): Promise<void> {
  for (const submission of world.submissions.all()) await storeQueuedSubmission(submission, world);
}

async function expectOneLeadUnder(...numbers: readonly string[]) {
  const [lead, ...others] = world.leads.all();
  expect(others).toEqual([]);
  for (const number of numbers) expect(await world.leads.load(number)).toEqual(lead);
  return lead;
}

describe.each<[string, Body]>([
  ['with an id of its own', { ...jonas, submissionId: 'c1d4' }],
  ['by its content alone', jonas],
  ['an emergency', { phone: '0171 2345678', message: 'Rohrbruch, bitte sofort!', urgency: 'now' }],
])('a submission, %s', (_, body) => {
  test('whose first try was stored without an answer, and whose second was queued', async () => {
    await submitUnanswered(body);
    const told = await submit(body, down());
    await drain();
    const lead = await expectOneLeadUnder(told);
    expect(lead?.id).not.toBe(told);
  });

  test('whose first try was queued, and overtaken by a second that was stored', async () => {
    const first = await submit(body, down());
    const second = await submit(body);
    await drain();
    await expectOneLeadUnder(first, second);
  });

  test('whose tries were all queued, and come in any order, and twice', async () => {
    const told = [];
    for (let tries = 0; tries < 3; tries++) told.push(await submit(body, down()));
    for (const at of [2, 0, 1, 2, 0]) {
      const submission = world.submissions.all()[at];
      if (submission) await storeQueuedSubmission(submission, world);
    }
    const lead = await expectOneLeadUnder(...told);
    expect(lead?.otherNumbers).toHaveLength(2);
    expect(lead?.timeline).toHaveLength(1);
  });
});

test('a repeat that comes late once more finds the lead by its number, whoever has its words by then', async () => {
  const body = { ...jonas };
  await submitUnanswered(body);
  const told = await submit(body, down());
  await drain();
  world.clock.set('2026-11-23T15:00:00.000Z');
  const another = await submit(body);
  await drain();
  expect(world.leads.all()).toHaveLength(2);
  expect((await world.leads.load(told))?.id).not.toBe(another);
});

test('a page in a browser names a number that is found as well', async () => {
  await submitUnanswered(jonas);
  const { body } = await captureLead(aFormPost(jonas), down());
  const told = /<strong>(\w{10})<\/strong>/.exec(body)?.[1] ?? '';
  await drain();
  await expectOneLeadUnder(told);
});

test('a form plug-in that sends once more was told a number that is found', async () => {
  const { send } = await aHookedWorld({ sender: 'generic' }, world);
  await send(asJson(jonas));
  const told = idOf(await send(asJson(jonas), down()));
  await drain();
  await expectOneLeadUnder(told);
});

test('the buttons that the owner got with a call work, whichever try of his got through', async () => {
  const url = captureCallLink(world.links, world.clock.now());
  const call = {
    phone: '0171 2345678',
    message: 'Ruft wegen der Therme an',
    urgency: 'soon',
    submissionId: '7K2M9QX4TB',
  };
  await tap(world, url, call);
  const page = await tap(down(), url, call);
  const told = world.submissions.all()[0]?.leadId ?? '';
  expect(textOf(page)).toContain(`Nummer ${told}`);
  await drain();
  await expectOneLeadUnder(told);
  expect((await tap(world, linksOf(page).get('Erreicht') ?? '')).status).toBe(200);
  expect(await world.leads.load(told)).toMatchObject({ stage: 'needs-analysis' });
});

test('words that the first lead takes no more are a lead under the number they were told', async () => {
  await storeQueuedSubmission(aSubmission({ keys: { submissionId: 'e5', contentHash: 'one' } }), world);
  await changeLead(world, '7K2M9QX4TD', { type: 'mark-spam' }, { by: 'owner' });
  const corrected = aSubmission({ leadId: 'TEST000077', keys: { submissionId: 'e5', contentHash: 'two' } });
  for (let delivered = 0; delivered < 2; delivered++) await storeQueuedSubmission(corrected, world);
  expect(await world.leads.load('TEST000077')).toMatchObject({ id: 'TEST000077' });
  expect(world.leads.all()).toHaveLength(2);
});

test('who had his data erased does not come back under another number of his', async () => {
  await submitUnanswered(jonas);
  const told = await submit(jonas, down());
  await drain();
  world.clock.set('2026-11-23T09:02:00.000Z');
  await changeLead(world, (await world.leads.load(told))?.id ?? '', { type: 'erase' }, { by: 'owner' });
  await drain();
  const lead = await expectOneLeadUnder(told);
  expect(JSON.stringify(lead)).not.toContain('jonas');
});

test('of two strangers with the same id of a static page each finds his own', async () => {
  const other = { name: 'Petra Vogt', email: 'petra@vogt.example', message: 'Neue Dusche' };
  const first = await submit({ ...jonas, submissionId: 'static' }, down());
  const second = await submit({ ...other, submissionId: 'static' }, down());
  await drain();
  expect(await world.leads.load(first)).toMatchObject({ id: first, contact: { name: 'Jonas Reiter' } });
  expect(await world.leads.load(second)).toMatchObject({ id: second, contact: { name: 'Petra Vogt' } });
});
