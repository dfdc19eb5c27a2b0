/**
 * Somebody else answers or passes on a mail of ours. Mostly he speaks for the customer: his wife, his office, his other
 * address. Sometimes he wants something himself, and then he is a customer of his own.
 */

import { readMessage } from '../capture/key-words.ts';
import { plainWords } from '../capture/plain-words.ts';

/** As much as is looked through. */
const maxLength = 10_000;

const wish =
  '(?:haette|haetten|moechte|moechten|brauche|brauchen|braeuchte|braeuchten|benoetige|benoetigen|suche|suchen|interessiere|interessieren|wuensche|wuenschen|would like|need|want|cherche|cherchons|voudrais|vorrei|vorremmo)';
const asWell =
  '(?:auch|ebenfalls|ebenso|gleichfalls|selbst|selber|also|too|as well|aussi|egalement|anche|pure)';
const wishAsWell = new RegExp(`\\b${wish}\\b.{0,60}\\b${asWell}\\b|\\b${asWell}\\b.{0,60}\\b${wish}\\b`);
/** Who he is, or from whom he knows us, said by somebody whom we do not know. */
const introduces =
  /\b(?:mein name ist|ich bin (?:der|die|ein|eine) (?:\w+ )?(?:nachbar|nachbarin|kollege|kollegin|bekannte|bekannter|freund|freundin|schwager|bruder|schwester)|(?:nachbar|kolleg|bekannte|freund|schwester|bruder|schwager|schwaegerin|eltern|mutter|vater|onkel|tante|cousin|tochter|sohn)\w* (?:hat|haben|gab|gaben|empfahl|empfiehlt|schickte|hatte|meinte)|auf empfehlung|empfohlen|weiterempfohlen|ihre (?:\w+ )?(?:mail|e mail|adresse|nummer|kontakt\w*) (?:von|bekommen|erhalten|gegeben)|my name is|recommended|forwarded me|gave me your|m a (?:donne|transmis)|mi ha dato)\b/;
/** Something of his own, at his own place. */
const atHisPlace =
  /\b(?:koennten?|wuerden?|koennt|moegen) (?:sie|ihr) (?:\w+ ){0,3}bei (?:uns|mir)\b|\b(?:auch|ebenfalls) (?:bei|fuer) (?:uns|mich|unser\w*|mein\w*)\b/;
const wishes = new RegExp(`\\b${wish}\\b`);
const asksForQuote = /\b(?:angebot|kostenvoranschlag|offerte|quote|devis|preventivo)\b/;

/**
 * @param text his own words, without what they quote or pass on.
 * @param facts.passedOn he passed our mail on instead of answering it, or does not answer to the address we gave.
 * @param facts.reachable he gives a telephone number or an address of his own.
 */
export function asksForHimself(
  text: string,
  { passedOn, reachable }: { readonly passedOn: boolean; readonly reachable: boolean },
): boolean {
  const start = text.slice(0, maxLength);
  const { kind, urgency } = readMessage(start);
  // Whoever has water in his cellar is heard, whatever he answers.
  if (urgency === 'now') return true;
  const words = plainWords(start);
  if (wishAsWell.test(words)) return true;
  const asks = wishes.test(words) || atHisPlace.test(words) || asksForQuote.test(words) || kind !== undefined;
  const wantsQuote = wishes.test(words) && asksForQuote.test(words);
  if (wantsQuote || introduces.test(words) || atHisPlace.test(words)) return asks;
  return passedOn && asks && (reachable || wishes.test(words));
}
