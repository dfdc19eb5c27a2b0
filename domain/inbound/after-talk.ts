/** What the owner says of a talk in an answer to the digest, besides that it took place. */
import { fold } from './folded-text.ts';
import type { Said } from './said.ts';
import { readSpokenDate } from './spoken-date.ts';

type Read<Code extends string> =
  | { readonly said: Said }
  | { readonly why: { readonly code: Code } | { readonly code: 'day-is-over'; readonly until: string } };

/** "Notiz: Schlüssel beim Nachbarn": all that follows the word. */
export function readOwnNote(rest: string): Read<'no-note'> {
  const text = rest.replace(/^[\s,:;.!?=()–—-]+/, '').trim();
  return text === '' ? { why: { code: 'no-note' } } : { said: { what: 'note', text } };
}

/** Around the day in what somebody says of the next call. */
const aroundCall =
  /^(?:(?:meldet sich|melde mich|rufe?t?|ich|er|sie|ihn|mich|uns|selbst|selber|wieder|noch ?mals?|dann|am|bis|ab)(?![a-z0-9])[\s,:–—-]*)+|(?:[\s,.!)–—-]|(?<![a-z0-9])(?:an|zuruck|wieder|selbst|selber|sich|uns|noch ?mals?|dann|bei (?:uns|mir)))+$/g;

/**
 * Who calls after a talk: somebody on a day that is named, or the customer at some time. His words stay as a note.
 * @param rest from "ruft" or "meldet sich" on.
 */
export function readNext(
  rest: string,
  context: Parameters<typeof readSpokenDate>[1],
): Read<'no-day' | 'not-understood'> {
  const note = rest.trim();
  const { text } = fold(rest);
  const day = text.replace(aroundCall, '');
  if (day === '') {
    // Whoever says of himself that he calls knows when.
    const isCustomers = /^(?:meldet|ruft)/.test(text);
    return isCustomers ? { said: { what: 'reached', next: 'customer', note } } : { why: { code: 'no-day' } };
  }
  const until = readSpokenDate(day, context);
  if (until === undefined) return { why: { code: 'not-understood' } };
  if (until <= context.today) return { why: { code: 'day-is-over', until } };
  return { said: { what: 'reached', until, note } };
}
