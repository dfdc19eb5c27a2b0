/** A world from one seed: it runs from its first day to its last, and tells what broke. */
import { emptyBook, type Violation } from './book.ts';
import { type Chronicle, chronicle } from './engine/chronicle.ts';
import { type Fault, weather } from './engine/faults.ts';
import { type Cuts, dayMs, finalCalmMs, hourMs, type Plan, planOf } from './engine/plan.ts';
import { scheduler as makeScheduler } from './engine/scheduler.ts';
import { withinWorld } from './engine/sealed-process.ts';
import { invariants } from './invariants/all.ts';
import { leadsIn, type Seen } from './invariants/invariant.ts';
import { phones } from './people/callers.ts';
import { customerReads } from './people/customers.ts';
import { planFlood } from './people/flood.ts';
import { officeLooks } from './people/office.ts';
import { ownerReads } from './people/owner.ts';
import { makePerson, type Person } from './people/persons.ts';
import { comesByPortal } from './people/portals.ts';
import { reports } from './people/reports.ts';
import { later, type PeopleDeps } from './people/surroundings.ts';
import { fillIn, writeIn } from './people/visitors.ts';
import { buildCloud } from './platform/cloud.ts';
import { tellFate } from './platform/fates.ts';
import { inherit } from './platform/inherited.ts';
import type { SentMail } from './platform/post.ts';

export interface WorldReport {
  readonly seed: string;
  readonly plan: Plan;
  readonly violations: readonly Violation[];
  readonly faults: ReadonlyMap<Fault, number>;
  readonly leads: number;
  /** The time that leads were followed up, all together. */
  readonly leadYears: number;
  readonly mails: number;
  readonly sent: readonly SentMail[];
  /** What happened to leads, by their types. */
  readonly events: readonly string[];
  /** Equal for equal worlds. */
  readonly trace: string;
  readonly story: ReturnType<Chronicle['lines']>;
}

export interface WorldOptions {
  readonly cuts?: Cuts;
  /** Default: what `planOf` makes of the seed. */
  readonly plan?: Plan;
  readonly keepsStory?: boolean;
  /** A world goes on after something broke; default: it ends. */
  readonly goesOn?: boolean;
}

export async function runWorld(seed: string, options: WorldOptions = {}): Promise<WorldReport> {
  const { plan = planOf(seed, options.cuts) } = options;
  const scheduler = makeScheduler(plan.startMs, plan.entropy.stream('order'));
  return withinWorld({ scheduler, entropy: plan.entropy.stream('programs') }, () =>
    live(plan, scheduler, options),
  );
}

async function live(
  plan: Plan,
  scheduler: ReturnType<typeof makeScheduler>,
  { keepsStory = false, goesOn = false }: WorldOptions,
): Promise<WorldReport> {
  const { nowMs } = scheduler;
  const story = chronicle(nowMs, keepsStory);
  const sky = weather({
    rates: plan.rates,
    storms: plan.storms,
    entropy: plan.entropy.stream('weather'),
    nowMs,
    onFault: () => undefined,
  });
  const book = emptyBook();
  const reportEntropy = plan.entropy.stream('reports');
  const peopleEntropy = plan.entropy.stream('people');
  const persons = peopleOf(plan, plan.requests);
  const crowd = peopleOf(plan, plan.requests + plan.crowd).slice(plan.requests);
  const everybody = [...persons, ...crowd];
  const byEmail = new Map(
    everybody.flatMap((one) => (one.email === undefined ? [] : [[one.email, one] as const])),
  );
  const addresses = plan.entropy.stream('addresses');
  const hasFault = (fault: Fault) =>
    new Set(everybody.filter(() => sky.has(fault, addresses)).map(({ email }) => email ?? ''));
  const refused = hasFault('address-refused');
  const bouncing = hasFault('address-bounces');

  const breaks = (violation: Omit<Violation, 'atMs'>) => {
    if (book.violations.some(({ sentence }) => sentence === violation.sentence)) return;
    book.violations.push({ ...violation, atMs: nowMs() });
    story.note('RULE BROKEN', `${violation.invariant}: ${violation.sentence}`);
  };
  const onSent = (sent: SentMail) => {
    const seen: Seen = { cloud, book, nowMs: nowMs() };
    for (const rule of invariants) {
      if (rule.when !== 'mail') continue;
      for (const sentence of rule.check(sent, seen)) breaks({ invariant: rule.name, sentence });
    }
    const fate = tellFate(
      { cloud, weather: sky, scheduler, entropy: plan.entropy.stream(`fate ${sent.messageId}`) },
      sent,
      bouncing,
    );
    const person = byEmail.get(sent.mail.to[0] ?? '');
    if (person && (fate === 'to-report' || reportEntropy.chance(0.02))) {
      reports({ ...deps, entropy: reportEntropy }, sent, fate === 'arrives');
    }
    officeLooks(deps, sent);
    if (fate !== 'arrives') return;
    if (person) customerReads(deps, person, sent);
    else ownerReads(deps, sent);
  };
  const cloud = await buildCloud({
    plan,
    scheduler,
    weather: sky,
    chronicle: story,
    isRefused: (address) => refused.has(address),
    onSent,
    onFailed: () => undefined,
    onUnsent: (ids) => book.givenUpForUs.push(...ids.map((id) => ({ id, atMs: nowMs() }))),
    onTrouble(task) {
      for (const [id] of task.matchAll(/\b[0-9A-HJKMNP-TV-Z]{10}\b/g)) book.troubled.add(id);
    },
  });
  if (plan.inherits) for (const id of await inherit(cloud)) book.inherited.add(id);
  let numbers = 0;
  const untilMs = plan.startMs + plan.days * dayMs;
  const deps: PeopleDeps = {
    cloud,
    book,
    scheduler,
    weather: sky,
    chronicle: story,
    entropy: peopleEntropy,
    untilMs,
    persons,
    byEmail,
    onTap(tapped) {
      const seen: Seen = { cloud, book, nowMs: nowMs() };
      for (const rule of invariants) {
        if (rule.when !== 'tap') continue;
        for (const sentence of rule.check(tapped, seen)) breaks({ invariant: rule.name, sentence });
      }
    },
    next: () => ++numbers,
  };
  planVisits(plan, persons, deps);
  planFlood({ ...deps, entropy: plan.entropy.stream('flood') }, crowd, plan.days);

  const stops = () => !goesOn && book.violations.length > 0;
  const checkCalm = async () => {
    const seen: Seen = { cloud, book, nowMs: nowMs() };
    for (const rule of invariants) {
      if (rule.when !== 'calm') continue;
      for await (const sentence of rule.check(seen)) breaks({ invariant: rule.name, sentence });
    }
  };
  for (const calmMs of calmMoments(plan)) {
    await scheduler.run(calmMs - 3 * hourMs, stops);
    for (const queue of Object.values(cloud.queues)) queue.redrive();
    await scheduler.run(calmMs, stops);
    if (stops()) break;
    await checkCalm();
    if (stops()) break;
  }

  const leads = leadsIn(cloud);
  const lived = leads.reduce((sum, { capturedAt }) => sum + Math.max(0, nowMs() - Date.parse(capturedAt)), 0);
  return {
    seed: plan.seed,
    plan,
    violations: book.violations,
    faults: sky.counted,
    leads: leads.length,
    leadYears: lived / (365.25 * dayMs),
    mails: cloud.post.sent.length,
    sent: cloud.post.sent,
    events: leads.flatMap(({ timeline }) => timeline.map(({ type }) => type)),
    trace: story.hash(),
    story: story.lines(),
  };
}

function peopleOf({ entropy }: Plan, count: number): Person[] {
  const own = entropy.stream('persons');
  return Array.from({ length: count }, (_, number) => makePerson(number, own.stream(String(number))));
}

/** How people come. */
const ways = {
  writes: writeIn,
  form: (deps, person) => fillIn(deps, person),
  phone: phones,
  portal: async (deps, person) => comesByPortal(deps, person),
} satisfies Readonly<Record<string, (deps: PeopleDeps, person: Person) => Promise<void>>>;

/** Everybody comes once or several times, at any hour. */
function planVisits({ entropy, requests, days }: Plan, persons: readonly Person[], deps: PeopleDeps): void {
  for (let number = 0; number < requests; number++) {
    const own = entropy.stream(`visit ${number}`);
    const person = persons[own.chance(0.75) ? number : own.below(requests)];
    if (!person) continue;
    const comesMs = own.next() ** 2 * (days - 1) * dayMs;
    const mine: PeopleDeps = { ...deps, entropy: own };
    const writes = person.email !== undefined && own.chance(0.15);
    const way = writes ? 'writes' : own.stream('way').weighted({ form: 8, phone: 1, portal: 1 });
    later(mine, person.name, comesMs, () => ways[way](mine, person));
  }
}

/** Shortly before each storm, and when all is over: what was promised within a time must be done by then. */
function calmMoments({ storms, startMs, days }: Plan): number[] {
  const moments = storms.slice(1).map(({ fromMs }) => fromMs - 1);
  const settled = storms.map(({ untilMs }) => untilMs);
  const ends = startMs + days * dayMs + finalCalmMs;
  // A calm must be long enough for what was given up to be tried again and two rounds after that.
  return [...moments.filter((atMs, at) => atMs - (settled[at] ?? 0) >= 5 * hourMs), ends];
}
