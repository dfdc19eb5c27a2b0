/** What people know of a world: what they were told, what they did, and what they got. Kept apart from the system. */
import type { Person } from './people/persons.ts';

/** A request that was answered: its sender counts on it. */
interface Told {
  readonly atMs: number;
  readonly leadId: string;
  readonly person: Person;
  /** The word in it that nobody else has. */
  readonly mark: string;
}

/** Something that a person did to a lead, once, however often the button was pressed. */
export interface Act {
  readonly atMs: number;
  readonly leadId: string;
  /** As actions and lines of digests are called: `quote`, `not-reached`. */
  readonly what: string;
  readonly by: 'owner' | 'customer';
}

/** A request that came by a call or a mail. */
interface HandedIn {
  readonly atMs: number;
  readonly person: Person;
  readonly mark: string;
}

/** From when on a person was told that he gets no more reminders. */
interface Stop {
  readonly atMs: number;
  readonly leadId: string;
  readonly email: string;
}

/** A mail of which it was said that it does not go. */
interface Skipped {
  readonly atMs: number;
  readonly leadId: string;
  readonly key: string;
}

/** Something that must never be. */
export interface Violation {
  readonly invariant: string;
  readonly sentence: string;
  readonly atMs: number;
}

export interface Book {
  readonly told: Told[];
  /** What asks for something and was told no number, or was typed in by the owner: each is one request. */
  readonly handedIn: HandedIn[];
  readonly acts: Act[];
  readonly stops: Stop[];
  readonly skipped: Skipped[];
  /** Leads that somebody wanted erased, whatever came of it. */
  readonly erasing: Set<string>;
  /** When somebody wrote, by his address: from then on he may be answered again. */
  readonly wrote: Map<string, number[]>;
  /** Leads that were there before the world began. */
  readonly inherited: Set<string>;
  /** Leads of which a call, a run or a mail went wrong so that nobody knows how far it came. */
  readonly troubled: Set<string>;
  /** Mails that were handed to us, and when. */
  readonly letters: { readonly id: string; readonly atMs: number }[];
  /** Mails that were given up although only our sender was out of order. */
  readonly givenUpForUs: { readonly id: string; readonly atMs: number }[];
  readonly violations: Violation[];
}

export const emptyBook = (): Book => ({
  told: [],
  handedIn: [],
  acts: [],
  stops: [],
  skipped: [],
  erasing: new Set(),
  wrote: new Map(),
  inherited: new Set(),
  troubled: new Set(),
  letters: [],
  givenUpForUs: [],
  violations: [],
});

export function noteWriting({ wrote }: Book, email: string | undefined, atMs: number): void {
  if (email === undefined) return;
  wrote.set(email, [...(wrote.get(email) ?? []), atMs]);
}
