import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CorruptItemError } from '../../../domain/ports/errors.ts';
import { captureLead } from '../../../functions/capture-lead/capture-lead.ts';
import { storeQueuedSubmission } from '../../../functions/drain-submissions/store-queued-submission.ts';
import type { HttpResponse } from '../../../functions/shared/http-message.ts';
import type { Log } from '../../../functions/shared/logger.ts';
import { aFormPost, aJsonPost } from '../../support/a-request.ts';
import { monday10 } from '../../support/a-walk.ts';
import { aWorld, silentLog, type World } from '../../support/a-world.ts';
import { aCompany } from '../../support/company.ts';

const ownSite = 'https://www.muster-haustechnik.example';
const company = aCompany({ origins: [ownSite] });
const erika = { name: 'Erika Muster', email: 'erika@example.de', message: 'Neues Bad, bitte.' };
const bodyOf = ({ body }: HttpResponse) => JSON.parse(body);

let world: World;
beforeEach(async () => {
  world = await aWorld({ company });
});

const refusing = (error: Error) => () => Promise.reject(error);
const tableDown = (error = new Error('The table is down')) => ({ ...world.leads, add: refusing(error) });
const queueDown = { put: refusing(new Error('The queue is down')) };

/** What is in the queue reaches the store. */
async function drainQueue(): Promise<void> {
  for (const submission of world.submissions.all()) await storeQueuedSubmission(submission, world);
}

describe('a request that cannot be stored', () => {
  test('waits in the queue, and its sender is told that it is there', async () => {
    const response = await captureLead(aJsonPost(erika), { ...world, leads: tableDown() });
    expect(response.status).toBe(200);
    expect(bodyOf(response)).toEqual({ id: 'TEST000001', stage: 'new', acknowledged: true });
    expect(world.submissions.all()).toMatchObject([
      { leadId: 'TEST000001', capturedAt: monday10, facts: { contact: { email: 'erika@example.de' } } },
    ]);
    expect(world.workflow.begun).toEqual([]);
  });

  test('is later the very lead that was promised, as if nothing had happened', async () => {
    const request = aJsonPost({ ...erika, consent: 'true', utm_source: 'zeitung', Farbe: 'blau' });
    const other = await aWorld({ company });
    await captureLead(request, other);
    await captureLead(request, { ...world, leads: tableDown() });
    world.clock.set('2026-11-25T09:00:00.000Z');
    await drainQueue();
    expect(world.leads.all()).toEqual(other.leads.all());
    expect(world.workflow.begun).toEqual(other.workflow.begun);
  });

  test('that is an emergency is answered as one', async () => {
    const deps = { ...world, leads: tableDown() };
    const response = await captureLead(
      aFormPost({ phone: '0170 1234567', message: 'Es riecht nach Gas' }),
      deps,
    );
    expect(response.status).toBe(200);
    expect(response.body).toContain('Wir rufen Sie sofort zurück.');
    await drainQueue();
    expect(world.leads.all()).toMatchObject([{ stage: 'service' }]);
  });

  test('is one lead with the repeats that came meanwhile', async () => {
    const down = { ...world, leads: tableDown() };
    const answers = [];
    for (const deps of [down, down, world, down]) {
      answers.push(bodyOf(await captureLead(aJsonPost({ ...erika, submissionId: 'b2f7' }), deps)).id);
    }
    await drainQueue();
    expect(world.leads.all().map(({ id }) => id)).toEqual([answers[2]]);
  });

  test.each([
    ['a fault of the table', new Error('ProvisionedThroughputExceeded')],
    ['a broken rule of our own', new CorruptItemError('Claim does not fit its schema')],
  ])('leaves %s in the log as an error', async (_, error) => {
    const errors: unknown[] = [];
    const log: Log = { ...silentLog, error: (_message, logged) => errors.push(logged) };
    await captureLead(aJsonPost(erika), { ...world, leads: tableDown(error), log });
    expect(errors).toEqual([error]);
    expect(world.submissions.all()).toHaveLength(1);
  });

  test('although its first try was stored and only its correction fails, is told the id that counts', async () => {
    await captureLead(aJsonPost({ ...erika, submissionId: 'b2f7' }), world);
    const corrected = aJsonPost({ ...erika, phone: '089 5551230', submissionId: 'b2f7' });
    const leads = { ...world.leads, load: refusing(new Error('The table is down')) };
    const response = await captureLead(corrected, { ...world, leads });
    expect(bodyOf(response).id).toBe('TEST000001');
    await drainQueue();
    expect(world.leads.all()).toMatchObject([{ id: 'TEST000001', contact: { phoneE164: '+49895551230' } }]);
  });
});

describe('a table that does not answer at all', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('is waited for 8 seconds, then the request waits in the queue', async () => {
    const leads = { ...world.leads, add: () => new Promise<never>(() => undefined) };
    let answered = false;
    const answer = captureLead(aJsonPost(erika), { ...world, leads }).finally(() => {
      answered = true;
    });
    await vi.advanceTimersByTimeAsync(7_999);
    expect(answered).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect((await answer).status).toBe(200);
    expect(world.submissions.all()).toHaveLength(1);
  });

  test('and does its work after all makes no second lead', async () => {
    const { promise: atLast, resolve } = Promise.withResolvers<void>();
    const leads: typeof world.leads = {
      ...world.leads,
      add: async (lead, submission) => {
        await atLast;
        return world.leads.add(lead, submission);
      },
    };
    const answer = captureLead(aJsonPost(erika), { ...world, leads });
    await vi.advanceTimersByTimeAsync(8_000);
    expect((await answer).status).toBe(200);
    resolve();
    await vi.advanceTimersByTimeAsync(0);
    await drainQueue();
    expect(world.leads.all().map(({ id }) => id)).toEqual(['TEST000001']);
  });
});

describe('a request that neither store nor queue takes', () => {
  const send = (request: Parameters<typeof captureLead>[0]) =>
    captureLead(request, { ...world, leads: tableDown(), submissions: queueDown });

  test('is refused for now, in so many words', async () => {
    const response = await send(aJsonPost(erika, { origin: ownSite }));
    expect(response).toMatchObject({
      status: 503,
      headers: {
        'content-type': 'application/problem+json; charset=utf-8',
        'retry-after': '60',
        'access-control-allow-origin': ownSite,
      },
    });
    expect(bodyOf(response)).toEqual({
      type: 'about:blank',
      status: 503,
      title: 'Ihre Anfrage ist noch nicht bei uns angekommen.',
      detail: expect.stringContaining('noch einmal'),
    });
    expect(world.leads.all()).toEqual([]);
  });

  test('stays in the form of its sender, word for word', async () => {
    const typed = {
      ...erika,
      message: 'Bad & <b>mehr</b>\nund noch etwas',
      phone: '089 / 765 43 21',
      city: 'Dachau',
      kind: 'project',
      consent: 'true',
      utm_source: 'zeitung',
      Farbe: 'blau',
      submissionId: 'b2f7',
      redirect: '/danke',
    };
    const response = await send(aFormPost(typed));
    const { body } = response;
    expect(response).toMatchObject({ status: 503, headers: { 'retry-after': '60' } });
    expect(body).toContain('noch nicht bei uns angekommen');
    expect(body).toContain('Bad &amp; &lt;b&gt;mehr&lt;/b&gt;\nund noch etwas</textarea>');
    expect(body).toMatch(/<input id="phone"[^>]*value="089 \/ 765 43 21"/);
    expect(body).toMatch(/<input id="email"[^>]*value="erika@example.de"/);
    expect(body).toMatch(/<input id="name"[^>]*value="Erika Muster"/);
    expect(body).toMatch(/<input id="city"[^>]*value="Dachau"/);
    expect(body).toContain('name="kind" value="project" checked');
    expect(body).toContain('name="consent" value="true" checked');
    for (const [name, value] of Object.entries({
      utm_source: 'zeitung',
      Farbe: 'blau',
      redirect: '/danke',
    })) {
      expect(body).toContain(`<input type="hidden" name="${name}" value="${value}">`);
    }
    // Sent again, it is the same submission: one lead, should the first one turn up after all.
    expect(body).toContain('<input type="hidden" name="submissionId" value="b2f7">');
    expect(body).not.toMatch(/<(input|textarea)[^>]*aria-invalid/);
  });

  test('is refused in the language of its sender', async () => {
    expect((await send(aFormPost({ ...erika, language: 'en' }))).body).toContain('has not reached us yet');
    const script = await send(aJsonPost(erika, { 'accept-language': 'en' }));
    expect(bodyOf(script).title).toContain('has not reached us yet');
  });
});

test('what looks like a robot is told when its text cannot be kept, for it may be a person', async () => {
  const leads = { ...world.leads, keepSpam: refusing(new Error('The table is down')) };
  const request = aJsonPost({ ...erika, website: 'https://spam.example' });
  const response = await captureLead(request, { ...world, leads, submissions: queueDown });
  expect(response.status).toBe(503);
  expect(bodyOf(response)).not.toHaveProperty('id');
});
