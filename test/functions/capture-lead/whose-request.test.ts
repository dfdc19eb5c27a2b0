/** Whose request is it? Under any sequence of what people send and the owner does, nobody's words vanish or change hands. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Lead } from '../../../domain/lead/lead.ts';
import { captureLead } from '../../../functions/capture-lead/capture-lead.ts';
import { storeQueuedSubmission } from '../../../functions/drain-submissions/store-queued-submission.ts';
import { changeLead } from '../../../functions/shared/change-lead.ts';
import { aFormPost, aJsonPost } from '../../support/a-request.ts';
import { aWorld, type World } from '../../support/a-world.ts';
import { bodyOf, company, erika } from './a-sender.ts';

const begin = Date.parse('2026-11-23T09:00:00.000Z');

interface Sending {
  readonly do: 'send';
  readonly person: number;
  readonly id: string | undefined;
  readonly text: number;
  readonly urgent: boolean;
  readonly storeIsDown: boolean;
}
interface OwnerActs {
  readonly do: 'act';
  readonly place: number;
  readonly what: 'mark-spam' | 'erase' | 'lose';
}
interface Waiting {
  readonly do: 'wait';
  readonly minutes: number;
}
interface Delivery {
  readonly do: 'deliver';
}
type Step = Sending | OwnerActs | Waiting | Delivery;

const people = [
  { name: 'Paul Huber', phone: '089 7654321' },
  { name: 'Eva Huber', phone: '089 7654321' },
  { name: 'Eva Huber', phone: '089 7654321', email: 'eva@kunde.example' },
  { name: 'Max Anders', email: 'max@kunde.example' },
];
const isOf = (person: number, { name, email }: Lead['contact']) =>
  (email ?? '') === (people[person]?.email ?? '') ||
  (name ?? '').split(' ')[0] === people[person]?.name.split(' ')[0];

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record<Sending>({
      do: fc.constant('send'),
      person: fc.nat(people.length - 1),
      id: fc.constantFrom(undefined, 'kontakt', 'gravity-1-1', 'einmal'),
      text: fc.nat(2),
      urgent: fc.boolean(),
      storeIsDown: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.constant(true)),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record<OwnerActs>({
      do: fc.constant('act'),
      place: fc.nat(9),
      what: fc.constantFrom('mark-spam', 'erase', 'lose'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record<Waiting>({ do: fc.constant('wait'), minutes: fc.constantFrom(1, 6, 60, 1500) }),
  },
  { weight: 1, arbitrary: fc.record<Delivery>({ do: fc.constant('deliver') }) },
);

/** The words of a lead, whenever they came. */
const wordsOf = ({ timeline }: Lead) =>
  timeline.flatMap((event) =>
    event.type === 'captured' || event.type === 'resubmitted' ? [event.request.message] : [],
  );

async function act(world: World, { place, what }: OwnerActs): Promise<string | undefined> {
  const leads = world.leads.all();
  const lead = leads[place % Math.max(1, leads.length)];
  if (!lead) return undefined;
  const command =
    what === 'lose'
      ? ({ type: 'move', to: 'lost', facts: { reason: 'zu teuer' } } as const)
      : ({ type: what } as const);
  await changeLead(world, lead.id, command, { by: 'owner' });
  return lead.id;
}

test('whoever was told an id finds his own words, and nobody else can have changed them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 18 }), async (steps) => {
      const world = await aWorld({ company });
      const down = { ...world.leads, add: () => Promise.reject(new Error('The table is down')) };
      let minutes = 0;
      const move = (by: number) => {
        minutes += by;
        world.clock.set(new Date(begin + minutes * 60_000).toISOString());
      };
      const told: { id: string; person: number; message: string; at: number }[] = [];
      const erasedAt = new Map<string, number>();
      const deliver = async () => {
        for (const submission of world.submissions.all()) await storeQueuedSubmission(submission, world);
      };
      for (const [at, one] of steps.entries()) {
        if (one.do === 'wait') move(one.minutes);
        if (one.do === 'deliver') await deliver();
        if (one.do === 'act') {
          const id = await act(world, one);
          if (id !== undefined && one.what === 'erase') erasedAt.set(id, at);
        }
        if (one.do !== 'send') continue;
        const { person, id: submissionId, text, urgent } = one;
        const message = `${urgent ? 'Rohrbruch! ' : ''}Text ${text} von ${person}`;
        const response = await captureLead(aJsonPost({ ...people[person], message, submissionId }), {
          ...world,
          leads: one.storeIsDown ? down : world.leads,
        });
        expect(response.status).toBe(200);
        told.push({ id: bodyOf(response).id, person, message, at });
      }
      await deliver();
      const leads = world.leads.all();
      for (const { id, person, message, at } of told) {
        // What was erased after it was sent is gone, and with it what was sent to it.
        if ((erasedAt.get(id) ?? -1) > at) continue;
        const holding = leads.filter((lead) => wordsOf(lead).includes(message));
        const wasErased = [...erasedAt.values()].some((when) => when > at);
        if (!wasErased) expect(holding.length).toBeGreaterThan(0);
        const own = leads.find((lead) => lead.id === id) ?? holding[0];
        if (own && !own.timeline.some(({ type }) => type === 'erased'))
          expect(isOf(person, own.contact)).toBe(true);
      }
    }),
    { numRuns: 150 },
  );
});

describe('two customers with the same static id at the same instant', () => {
  test('are two leads, and so are sixty', async () => {
    const world = await aWorld({ company });
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        captureLead(
          aJsonPost({
            email: `kunde-${index}@kunde.example`,
            message: 'Bitte melden',
            submissionId: 'kontakt',
          }),
          world,
        ),
      ),
    );
    expect(new Set(answers.map((answer) => bodyOf(answer).id)).size).toBe(60);
    expect(world.leads.all()).toHaveLength(60);
  });
});

describe('the number that a form plug-in gives', () => {
  const entry = { ...erika, submissionId: 'gravity-2-134', page: `${company.origins[0]}/kontakt/` };
  const sendAll = async (...forms: object[]) => {
    const world = await aWorld({ company });
    const ids: string[] = [];
    for (const form of forms) ids.push(bodyOf(await captureLead(aJsonPost(form), world)).id);
    return { world, leads: new Set(ids).size };
  };

  test.each(['gravity-2-134', 'fluentform-3-77', '990'])(
    '%s is repeated by the same text from the same page, hours later too',
    async (submissionId) => {
      const world = await aWorld({ company });
      const first = bodyOf(await captureLead(aJsonPost({ ...entry, submissionId }), world));
      world.clock.set('2026-11-23T15:00:00.000Z');
      expect(bodyOf(await captureLead(aJsonPost({ ...entry, submissionId }), world)).id).toBe(first.id);
    },
  );

  test.each([
    ['another text of the same person', { message: 'Und noch die Küche.' }],
    ['somebody who guessed it', { name: 'Fremd', email: 'fremd@kunde.example' }],
    ['another of the sites', { page: 'https://andere-seite.example/kontakt/', message: 'Dasselbe von dort' }],
  ])('is no repeat for %s', async (_, other) => {
    const { world, leads } = await sendAll(entry, { ...entry, ...other });
    expect(leads).toBe(2);
    expect(world.leads.all()[0]?.timeline).toHaveLength(1);
  });
});

describe('what was not stored is never answered as if it were', () => {
  test.each([
    ['spam', { type: 'mark-spam' }],
    ['erased', { type: 'erase' }],
    ['closed', { type: 'move', to: 'lost', facts: { reason: 'kein Bedarf' } }],
  ] as const)('a correction of a lead that is %s by now is a lead of its own', async (_, command) => {
    const world = await aWorld({ company });
    const form = { ...erika, submissionId: 'b2f7' };
    const first = bodyOf(await captureLead(aJsonPost(form), world));
    await changeLead(world, first.id, command, { by: 'owner' });
    const second = bodyOf(await captureLead(aJsonPost({ ...form, message: 'Doch, bitte.' }), world));
    expect(second.id).not.toBe(first.id);
    expect(world.leads.all().find(({ id }) => id === second.id)?.request.message).toBe('Doch, bitte.');
  });

  test('nor one that the owner closed in the very moment between', async () => {
    const world = await aWorld({ company });
    const form = { ...erika, submissionId: 'b2f7' };
    const first = bodyOf(await captureLead(aJsonPost(form), world));
    const leads = {
      ...world.leads,
      add: async (...args: Parameters<typeof world.leads.add>) => {
        const added = await world.leads.add(...args);
        if (!added.created) await changeLead(world, added.leadId, { type: 'mark-spam' }, { by: 'owner' });
        return added;
      },
    };
    const corrected = aJsonPost({ ...form, message: 'Doch, bitte.' });
    const second = bodyOf(await captureLead(corrected, { ...world, leads }));
    expect(second.id).not.toBe(first.id);
    expect(await world.leads.load(second.id)).toMatchObject({
      relatedTo: first.id,
      request: { message: 'Doch, bitte.' },
    });
  });

  test('the same text that lies in the spam store swallows no request', async () => {
    const world = await aWorld({ company });
    await captureLead(aJsonPost({ ...erika, website: 'https://spam.example' }), world);
    await captureLead(aJsonPost(erika), world);
    expect(world.leads.all()).toHaveLength(1);
  });

  test('whoever had his data erased does not come back out of the queue', async () => {
    const world = await aWorld({ company });
    const leads = { ...world.leads, add: () => Promise.reject(new Error('The table is down')) };
    await captureLead(aJsonPost({ ...erika, submissionId: 'b2f7' }), { ...world, leads });
    const [queued] = world.submissions.all();
    if (!queued) throw new Error('Nothing waits');
    await storeQueuedSubmission(queued, world);
    world.clock.set('2026-11-23T12:00:00.000Z');
    await changeLead(world, queued.leadId, { type: 'erase' }, { by: 'owner' });
    await storeQueuedSubmission(queued, world);
    expect(world.leads.all()).toHaveLength(1);
    expect(JSON.stringify(world.leads.all())).not.toContain('Erika');
  });
});

describe('a repeat tells a stranger nothing', () => {
  const victim = { ...erika, phone: '089 5550133', submissionId: 'b2f7' };

  test('neither the stage nor what else is known', async () => {
    const world = await aWorld({ company });
    const { id } = bodyOf(await captureLead(aJsonPost(victim), world));
    await changeLead(world, id, { type: 'note-contact-attempt', reached: true }, { by: 'owner' });
    const guess = { email: victim.email, message: 'Und?', submissionId: 'b2f7' };
    expect(bodyOf(await captureLead(aJsonPost(guess), world))).toMatchObject({ stage: 'new' });
    const page = await captureLead(aFormPost(guess), world);
    expect(page.body).not.toMatch(/5550133|Erika Muster/);
  });

  test('nor the id of somebody whose submission he guessed', async () => {
    const world = await aWorld({ company });
    const { id } = bodyOf(await captureLead(aJsonPost(victim), world));
    const guess = { email: 'fremd@kunde.example', message: 'Und?', submissionId: 'b2f7' };
    const answer = await captureLead(aFormPost(guess), world);
    expect(answer.body).not.toContain(id);
    expect((await world.leads.load(id))?.timeline).toHaveLength(1);
  });
});
