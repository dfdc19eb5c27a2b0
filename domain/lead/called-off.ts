/** Whether somebody who reported an emergency wrote since that nobody need come. */
import { plainWords } from '../capture/plain-words.ts';
import type { Lead } from './lead.ts';
import { unansweredOf } from './summary.ts';

/** In plain spelling. */
const off =
  /(?<!nicht )(?<!nichts )\b(?:erledigt|entwarnung|fehlalarm|falscher alarm|anderweitig|abgesagt|storni\w*|sorted|solved|resolved|fixed|risolto|resolu)\b|\b(?:nicht|niemand\w*|keiner|keinen?) mehr (?:zu )?(?:komm\w*|noetig|notwendig|erforderlich|aktuell|gebraucht|brauch\w*)|\bbrauch\w* (?:\w+ ){0,4}(?:nicht|niemanden?|keinen?)\b|\b(?:sich|es|alles|ist|wieder|schon|bereits) (?:\w+ ){0,3}(?<!nicht )(?:geklaert|repariert|behoben|geloest|gerichtet|dicht|in ordnung|vorbei)\b(?! werden)|\b(?:geht|laeuft|funktioniert) (?:jetzt |nun |alles )?wieder\b|\bandere[nr]? (?:\w+ )?(?:firma|handwerker|betrieb|installateur|notdienst|klempner)\b|\b(?:no longer|not any ?more|no need|all good|false alarm)\b/;

/** Do his words, which nobody has answered yet, say so? */
export function isCalledOff(lead: Pick<Lead, 'timeline'>): boolean {
  const excerpt = unansweredOf(lead)?.excerpt;
  return excerpt !== undefined && off.test(plainWords(excerpt));
}
