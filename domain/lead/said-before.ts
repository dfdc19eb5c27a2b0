/**
 * A line of a mail may come again long after it was written, when the owner has changed his mind on a page. What he decided there is
 * not undone by it; what he wrote himself in another line he may take back in a further one.
 */
import type { Moment } from '../time/moment.ts';
import type { Command } from './command.ts';
import type { LeadEvent } from './event.ts';
import type { Lead } from './lead.ts';
import { standingEvents } from './standing-events.ts';

/** What was set, and to what. */
interface Setting {
  readonly type: LeadEvent['type'];
  readonly to: string | number;
}

function settingOf(event: LeadEvent): Setting | undefined {
  switch (event.type) {
    case 'visit-planned':
    case 'visit-moved':
      return { type: 'visit-planned', to: event.startsAt };
    case 'value-changed':
      return { type: event.type, to: event.valueCents };
    case 'postponed':
      return { type: event.type, to: event.until };
    case 'moved':
      return { type: event.type, to: event.to };
    case 'assigned':
      return { type: event.type, to: event.to ?? '' };
    default:
      return undefined;
  }
}

function settingAskedBy(command: Command): Setting | undefined {
  switch (command.type) {
    case 'plan-visit':
      return { type: 'visit-planned', to: command.startsAt };
    case 'set-value':
      return { type: 'value-changed', to: command.valueCents };
    case 'postpone':
      return { type: 'postponed', to: command.until };
    case 'move':
      return { type: 'moved', to: command.to };
    case 'assign':
      return { type: 'assigned', to: command.person?.toLowerCase() ?? '' };
    default:
      return undefined;
  }
}

const markOf = ({ type, to }: Setting): string => `line:${type}:${to}`;

/** What the events of a line set, to be remembered beside the line: see `carried-out.ts`. */
export const marksOfLine = (events: readonly LeadEvent[]): string[] =>
  events.flatMap((event) => settingOf(event) ?? []).map(markOf);

/**
 * Would one of these bring back what stood before, over what was set elsewhere since?
 * @param since when the owner was shown what he answers.
 */
export const bringsBack = (lead: Lead, commands: readonly Command[], since: Moment): boolean =>
  commands.some((command) => {
    const asked = settingAskedBy(command);
    if (!asked) return false;
    const ofType = standingEvents(lead.timeline).filter((event) => settingOf(event)?.type === asked.type);
    const last = ofType.at(-1);
    const standing = last && settingOf(last);
    if (!standing || last.at <= since || standing.to === asked.to) return false;
    if (lead.carriedOut?.includes(markOf(standing))) return false;
    return ofType.some((event) => settingOf(event)?.to === asked.to);
  });
