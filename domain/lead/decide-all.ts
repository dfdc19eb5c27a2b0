import type { Command, Refusal } from './command.ts';
import { type DecideContext, decide } from './decide.ts';
import type { LeadEvent } from './event.ts';
import { evolveAll } from './evolve.ts';
import type { Lead } from './lead.ts';
import { withUndoable } from './undoing.ts';

/** What is so already keeps nothing else from being done. */
const isSo = ({ code }: Refusal): boolean => code === 'already-done' || code === 'already-there';

/**
 * What several commands mean for this lead, one after another: all of them are carried out, or none.
 * @returns the lead and the events that made it; refused, as the first says, if it is so already or one of them cannot be done.
 */
export function decideAll(
  lead: Lead,
  commands: readonly Command[],
  context: DecideContext,
): { readonly after: Lead; readonly events: readonly LeadEvent[] } | { readonly refused: Refusal } {
  const events: LeadEvent[] = [];
  let after = lead;
  let refused: Refusal | undefined;
  for (const command of commands) {
    const decision = decide(after, command, context);
    if ('refused' in decision) {
      if (!isSo(decision.refused)) return decision;
      refused ??= decision.refused;
      continue;
    }
    if (decision.events.length === 0) continue;
    after = evolveAll(after, decision.events);
    events.push(...decision.events);
  }
  return events.length > 0
    ? { after: withUndoable(lead, after, events), events }
    : { refused: refused ?? { code: 'already-done' } };
}
