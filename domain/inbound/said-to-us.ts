/**
 * Words of the owner that are meant for us and not for the customer whom they would go to: he answers the mail about one
 * request as he answers the digest.
 */
import type { Lead } from '../lead/lead.ts';
import { beginsInstruction, type InstructionContext, readInstruction } from './instruction.ts';
import { stripSignature } from './signature.ts';

/** Longer ones are said to somebody. */
const maxLength = 80;
/** Capitals make them: "sie" is the customer of whom he speaks to us. */
const addressesSomebody = /(?<!\p{L})(?:Sie|Ihnen|Ihr(?:e[nmrs]?)?|dich|dir|euch)(?!\p{L})/u;
/** A sentence about a visit, which is news for the customer too. */
const agreesOnVisit =
  /passt|geht|gern|bestätig|(?<!\p{L})(?:ok|okay|ja|ist|um|wir|ich|mir|uns)(?!\p{L})|[.!]$/iu;

/**
 * Is the whole text one short line that the digest's words explain? What one of them begins and other words end may be
 * news for the customer.
 * @param text his own words, without quotes.
 */
export function isSaidToUs(text: string, context: InstructionContext, lead: Lead): boolean {
  const line = stripSignature(text.slice(0, 5_000)).trim();
  if (line === '' || line.length > maxLength || line.includes('\n') || addressesSomebody.test(line))
    return false;
  const read = readInstruction(line, context, lead);
  // One word that lacks something, or that does not fit this request, is still none to a customer.
  if ('why' in read) return !/\s/.test(line) && beginsInstruction(line);
  return read.said.every(({ what }) => {
    // "Bin unterwegs" is what a customer waits for.
    if (what === 'take' || what === 'confirm') return false;
    return what !== 'plan-visit' || !agreesOnVisit.test(line);
  });
}
