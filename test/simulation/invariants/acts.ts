/** What a person did once is booked once. */
import type { Lead } from '../../../domain/lead/lead.ts';
import type { Act } from '../book.ts';
import { type Invariant, leadsIn } from './invariant.ts';

type Event = Lead['timeline'][number];

/** What acts leave in the timeline, and which acts may have left it. */
const traces: readonly {
  readonly what: string;
  readonly left: (event: Event) => boolean;
  readonly acts: readonly string[];
}[] = [
  {
    what: 'was called in vain',
    left: (event) => event.type === 'contact-attempted' && !event.reached,
    acts: ['not-reached'],
  },
  {
    what: 'was reached',
    left: (event) => event.type === 'contact-attempted' && event.reached,
    acts: ['reached'],
  },
  {
    what: 'was given a visit',
    left: (event) => event.type === 'visit-planned',
    // Who moves a visit that is over by then agrees on a new one.
    acts: ['plan-visit', 'move-visit', 'move', 'reopen', 'reached'],
  },
  {
    what: 'was moved to another stage',
    left: (event) => event.type === 'moved' && event.by === 'owner',
    acts: [
      ...[
        'take',
        'qualify',
        'disqualify',
        'quote',
        'negotiate',
        'win',
        'lose',
        'service-done',
        'reopen',
        'move',
      ],
      // Whoever is called for the first time is in first contact, and whoever is visited in the stage of visits.
      ...['reached', 'not-reached', 'plan-visit', 'answer'],
      // What was agreed on in the talk is the second move of one tap.
      'reached',
    ],
  },
  {
    what: 'was answered',
    left: (event) => event.type === 'owner-replied',
    acts: ['answer'],
  },
  { what: 'was put off', left: (event) => event.type === 'postponed', acts: ['postpone', 'reached'] },
  {
    what: 'was given its confirmation',
    left: (event) => event.type === 'acknowledgement-requested',
    acts: ['acknowledge'],
  },
  {
    what: 'was put aside',
    left: (event) => event.type === 'marked-spam' && event.by === 'owner',
    acts: ['spam'],
  },
  { what: 'was stopped', left: (event) => event.type === 'stopped', acts: ['stop'] },
];

/** A visit may stand since the very call that the owner typed in. */
const agreedInCall = ({ timeline }: Lead): boolean =>
  timeline.some(({ type, by }) => type === 'captured' && by === 'owner');

/** Which lead has a request now that was put to another, and perhaps with that to a third. */
function heirsOf(leads: readonly Lead[]): (leadId: string) => string | undefined {
  const into = new Map(leads.map(({ id, mergedInto }) => [id, mergedInto]));
  const heir = (leadId: string): string | undefined => {
    const next = into.get(leadId);
    return next === undefined ? undefined : (heir(next) ?? next);
  };
  return heir;
}

export const bookedOnce: Invariant = {
  name: 'bookedOnce',
  says: 'What a person did once is booked once, however often it came.',
  when: 'calm',
  *check({ cloud, book }) {
    const leads = leadsIn(cloud);
    const heirOf = heirsOf(leads);
    const mergedInto = Map.groupBy(leads, ({ id }) => heirOf(id));
    const acts = Map.groupBy(book.acts, ({ leadId }) => leadId);
    for (const lead of leads) {
      // What happened before the world began was done by nobody in it.
      if (book.inherited.has(lead.id)) continue;
      // What somebody does with a request that was put to another is done with that.
      const put = mergedInto.get(lead.id) ?? [];
      const done: readonly Act[] = [lead, ...put].flatMap(({ id }) => acts.get(id) ?? []);
      for (const { what, left, acts: possible } of traces) {
        const booked = lead.timeline.filter(left).length;
        const inCall = agreedInCall(lead) && possible.includes('plan-visit') ? 1 : 0;
        const meant = done.flatMap((act) => possible.filter((one) => one === act.what)).length + inCall;
        if (booked > meant) yield `${lead.id} ${what} ${booked} times, and somebody did so ${meant} times`;
      }
    }
  },
};
