/** What people have: the system from outside, their memory, and chance of their own. */
import type { Book } from '../book.ts';
import type { Chronicle } from '../engine/chronicle.ts';
import type { Entropy } from '../engine/entropy.ts';
import type { Weather } from '../engine/faults.ts';
import type { Scheduler } from '../engine/scheduler.ts';
import type { Cloud } from '../platform/cloud.ts';
import { envelopeOf, type Letter, rawMail } from './letters.ts';
import type { Tapped } from './pages.ts';
import type { Person } from './persons.ts';

export interface PeopleDeps {
  readonly cloud: Cloud;
  readonly book: Book;
  readonly scheduler: Scheduler;
  readonly weather: Weather;
  readonly chronicle: Chronicle;
  readonly entropy: Entropy;
  /** People do nothing new from then on. */
  readonly untilMs: number;
  /** Everybody who asks for something by himself. */
  readonly persons: readonly Person[];
  /** Everybody there is, by his address. */
  readonly byEmail: ReadonlyMap<string, Person>;
  /** Told of each tap. */
  readonly onTap: (tapped: Tapped) => void;
  /** A number that nobody had before. */
  readonly next: () => number;
}

/** Somebody does something after a while, unless the world is over by then. */
export function later(
  { scheduler, untilMs }: PeopleDeps,
  who: string,
  afterMs: number,
  act: () => Promise<void>,
): void {
  if (scheduler.nowMs() + afterMs > untilMs) return;
  scheduler.start(who, afterMs, act);
}

/** Hands a mail in; in a storm servers hand some in twice. */
export function send(deps: PeopleDeps, letter: Letter): void {
  const { cloud, book, weather, chronicle, scheduler } = deps;
  const times = weather.strikes('message-doubled') ? 2 : 1;
  for (let time = 0; time < times; time++) {
    const id = `mail${deps.next()}`;
    chronicle.note(letter.from.name, `writes "${letter.subject}" (${id})`);
    book.letters.push({ id, atMs: scheduler.nowMs() });
    cloud.receive(envelopeOf(letter, id), rawMail(letter));
  }
}
