/** What is not so but might be: "falls es einen Rohrbruch gibt", "wenn mal ein Rohr platzt, wie schnell sind Sie da". */

/** A clause that begins so is about what is not the case. */
const supposed =
  /\b(?:falls|angenommen|gesetzt den fall|im falle?|fuer den fall|suppose|supposing|in case) (?:\S+ ){0,8}$|^(?:und |aber |auch |also )?(?:sollten?|should) (?:\S+ ){0,8}$/;
/** "Für den Fall, dass ein Rohr platzt": the case stands in the clause before. */
const supposedBefore = /\bfalle? \| (?:dass|das|wo|in dem) (?:[^|\s]+ ){0,8}$/;
/** Of what is said with "wenn" nothing is known yet: it may be what happens each time. */
const when = /(?:^|\| )(?:\S+ ){0,2}(?:wenn|sobald|if|when|si|se) (?:[^|\s]+ ){0,8}$/;
const somedayBefore =
  /\b(?:mal|einmal|irgendwann|jemals|eines tages|doch|tatsaechlich|wirklich|ever|one day) (?:[^|\s]+ ){0,8}$/;
const somedayAfter =
  /^(?:[^|\s]+ ){0,3}(?:gibt|gaebe|geben sollte|kaeme|waere|passiert|auftritt|eintritt|ausbricht) /;
/** Asked of the business, not told to it. */
const askedOfUs =
  /\b(?:wie schnell|wie lange|wie bald|wen (?:\S+ )?(?:ruf|soll|kann|muss|darf)\S*|an wen|wer (?:kommt|hilft)|(?:sind|kommen|haben|bieten|helfen|machen|waeren|wuerden) sie|how (?:fast|quickly|soon)|do you|would you|who do (?:we|i)) /;
/** "Wie lange brauchen Sie bei einem Rohrbruch?" */
const askedInCase =
  /\b(?:wie (?:schnell|lange|bald|rasch)|how (?:fast|quickly|soon|long)) (?:\S+ ){0,6}(?:bei|im falle?|in case of|for) (?:(?:eine[mrs]?|so einem|an?) )?$/;
/** It is so already: "falls Sie heute Zeit haben wir haben einen Rohrbruch". */
const isSo = /\b(?:wir haben|ich habe|bei (?:uns|mir) (?:ist|laeuft|steht)|jetzt|gerade|heute|seit) /;

/** @param sentence in plain spelling, with its clauses. @param start @param end of what was found in it, in characters. */
export function isHypothetical(sentence: string, start: number, end: number): boolean {
  const reach = sentence.slice(Math.max(0, start - 200), start);
  const before = reach.slice(reach.lastIndexOf('|') + 1).trimStart();
  const found = sentence.slice(start, end);
  const after = sentence.slice(end, end + 200);
  if (isSo.test(before)) return false;
  if (askedInCase.test(before)) return true;
  if (supposed.test(before) || supposedBefore.test(reach)) return true;
  if (!when.test(reach) && !when.test(before)) return false;
  if (somedayBefore.test(before) || somedayAfter.test(after)) return true;
  const others = `${reach.slice(0, reach.length - before.length)}${after}`;
  return !isSo.test(found) && askedOfUs.test(others);
}
