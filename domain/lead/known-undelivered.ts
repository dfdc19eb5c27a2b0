import type { Suppression } from '../ports/contact-store.ts';
import type { Command } from './command.ts';
import type { Lead } from './lead.ts';
import { isGivenAgain } from './reachable-again.ts';

/**
 * Mails to the lead's address had ended before it came or got this address: what makes the lead say so too.
 * @param suppressed of the address of the lead.
 * @returns `undefined`: there is nothing to say, or the lead says it.
 */
export function knownUndelivered(lead: Lead, suppressed: Suppression | undefined): Command | undefined {
  const {
    contact: { email },
    mailsStopped,
  } = lead;
  if (email === undefined || !suppressed || mailsStopped === 'bounced' || mailsStopped === 'complained') {
    return undefined;
  }
  if (isGivenAgain(lead, suppressed)) return undefined;
  const { reason, at: knownSince } = suppressed;
  switch (reason) {
    case 'bounced':
      return { type: 'record-bounce', email, knownSince };
    case 'complained':
      return { type: 'record-complaint', email, knownSince };
    // What somebody wrote off is no fault of the address, and he may have asked again since.
    case 'stopped':
      return undefined;
  }
}
