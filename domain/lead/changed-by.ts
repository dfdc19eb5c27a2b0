/** Which events change what a question asks: what is told to whoever answered it too late. */
import type { LeadEvent } from './event.ts';
import type { QuestionName } from './questions.ts';

/** May the answer to this question be another one because of the event? */
export function changes(event: LeadEvent, name: QuestionName): boolean {
  switch (event.type) {
    case 'undone':
      return true;
    case 'assigned':
      return name === 'assignee';
    case 'value-changed':
      return name === 'valueCents';
    case 'probability-changed':
      return name === 'probability';
    case 'moved':
      return name === 'valueCents' || name === 'probability' || name === 'kind';
    case 'details-changed':
      return name in event || (event.emptied ?? []).some((one) => one === name);
    case 'fact-learned':
      return event.fact === name || name in event || (event.fact === 'wished-date' && name === 'wishedDate');
    case 'resubmitted':
      return name !== 'assignee' && name !== 'valueCents' && name !== 'probability';
    default:
      return false;
  }
}
