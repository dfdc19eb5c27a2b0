import { isUntouched } from '../../domain/lead/acknowledging.ts';
import { contactKeys } from '../../domain/lead/contact-keys.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { ContactStore } from '../../domain/ports/contact-store.ts';
import type { LeadStore } from '../../domain/ports/lead-store.ts';
import { addDuration } from '../../domain/time/local-time.ts';

export interface KnownCustomerDeps {
  readonly leads: Pick<LeadStore, 'load'>;
  readonly contacts: Pick<ContactStore, 'load'>;
}

/** A flood of today proves nothing about itself. */
const knownSince = '-PT24H';
/** Whoever has more requests than this is known by one of these. */
const maxLookedAt = 5;

/**
 * Does the business know this person from before? Only by an earlier request that was proven, or that somebody worked on:
 * what strangers typed in yesterday makes nobody known.
 */
export async function isKnownCustomer(
  lead: Pick<Lead, 'id' | 'capturedAt' | 'contact'>,
  { leads, contacts }: KnownCustomerDeps,
): Promise<boolean> {
  const before = addDuration(lead.capturedAt, knownSince);
  for (const key of contactKeys(lead.contact)) {
    const others = ((await contacts.load(key))?.leadIds ?? []).filter((id) => id !== lead.id);
    for (const id of others.slice(0, maxLookedAt)) {
      const earlier = await leads.load(id);
      const counts = earlier && !earlier.spam && earlier.capturedAt <= before;
      if (counts && (earlier.proof !== undefined || !isUntouched(earlier))) return true;
    }
  }
  return false;
}
