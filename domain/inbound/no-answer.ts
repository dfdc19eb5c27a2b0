/** Machines that write from an address like any other say that nobody reads there. */
import { plainWords } from '../capture/plain-words.ts';

/** As much of a text as is looked through, at its beginning and at its end: it stands above or below what is told. */
const maxLength = 10_000;

const noAnswer =
  /\b(?:antworten sie (?:\w+ )?nicht (?:direkt )?(?:auf|an) (?:diese|die)\w*|(?:nicht|bitte nicht) (?:direkt )?auf diese (?:e mail|email|mail|nachricht) (?:zu )?(?:antworten|reagieren)|auf diese (?:e mail|email|mail|nachricht) (?:kann|koennen|bitte) (?:\w+ )?(?:nicht|keine)|antworten an diese (?:\w+ )?(?:adresse|absender\w*)|(?:please )?(?:do not|don t) (?:reply|respond)(?: directly)? to this|(?:please )?do not reply$|replies to this (?:\w+ )?(?:address|email|e mail|message|mailbox)|ne (?:pas repondre|repondez pas|repondre pas)|(?:non|pregati di non) rispond(?:ere|ete|a) (?:direttamente )?(?:a|al) questa?\w*|non rispondere|(?:postfach|mailbox|adresse) (?:wird )?nicht (?:gelesen|ueberwacht|betreut))\b/;

/** "Bitte antworten Sie nicht auf diese E-Mail." */
export function wantsNoAnswer(text: string): boolean {
  const looked =
    text.length <= 2 * maxLength ? text : `${text.slice(0, maxLength)}\n${text.slice(-maxLength)}`;
  return looked.split('\n').some((line) => noAnswer.test(plainWords(line)));
}
