/** Whether a visit that stands in the books still stands for the customer. */
import { plainWords } from '../capture/plain-words.ts';
import type { Lead } from '../lead/lead.ts';
import { type Unanswered, unansweredOf } from '../lead/summary.ts';

/** That he cannot, will not, or needs nobody any more; in plain spelling. */
const doubting =
  /\b(?:absagen?|abgesagt|absagt|verschieben|verschoben|verschiebt|verlegen|verlegt|storni\w*|ausfallen|faellt aus|verhindert|dazwischen|krank|bin (?:\w+ ){0,3}nicht da|sind (?:\w+ ){0,3}nicht da|ander(?:en|er|em) (?:termin|tag|uhrzeit|zeitpunkt)|(?:passt|geht|klappt|schaffe?n?|kann|koennen) (?:\w+ ){0,4}nicht|nicht mehr (?:noetig|notwendig|aktuell|erforderlich|gebraucht)|brauch\w* (?:\w+ ){0,4}(?:nicht|niemanden?|keinen?)|andere[nr]? (?:firma|handwerker|betrieb|angebot)|anderweitig|erledigt|cancel\w*|reschedul\w*|postpone\w*|another (?:day|time|date)|can ?not|cannot|cant|no longer|annuler|reporter|disdire|spostare)\b/;

/**
 * He wrote since that it is off, or asked for another day, and nobody has dealt with it: to remind him of it would tell him that
 * nobody reads what he writes.
 */
export const isVisitInDoubt = (lead: Pick<Lead, 'timeline'>): boolean => putsVisitInDoubt(unansweredOf(lead));

/** Do these words of his, which nobody has dealt with? */
export function putsVisitInDoubt(unanswered: Unanswered | undefined): boolean {
  if (!unanswered) return false;
  const { excerpt, otherDay } = unanswered;
  return otherDay === true || (excerpt !== undefined && doubting.test(plainWords(excerpt)));
}
