/** Somebody gives an address after mails to the customer came back: they go on, and what never arrived is said. */
import type { Suppression } from '../ports/contact-store.ts';
import type { Moment } from '../time/moment.ts';
import { isUntouched } from './acknowledging.ts';
import { toldAddress } from './address-at.ts';
import { beginStageCadence } from './begin-cadence.ts';
import type { LeadEvent } from './event.ts';
import type { Lead } from './lead.ts';
import { pipeline } from './pipeline.ts';
import { renew, without } from './renew.ts';
import { standingEvents } from './standing-events.ts';

/** What ended the mails speaks of the address alone: another one lifts it. */
const ofOneAddress: readonly Lead['mailsStopped'][] = ['bounced', 'disowned'];

/** That an address refuses mail may be a fault of ours, or over: the same one again lifts it, too. */
export const isLiftedBy = (
  { mailsStopped, contact }: Pick<Lead, 'mailsStopped' | 'contact'>,
  email: string | undefined,
): boolean =>
  email !== undefined &&
  (mailsStopped === 'bounced' || (ofOneAddress.includes(mailsStopped) && email !== contact.email));

/** The owner is no longer told to phone because no mail arrives, and the rhythm of the stage begins anew. */
export function reachableAgain(lead: Lead, at: Moment): Lead {
  const lifted: Lead = without(lead, 'mailsStopped');
  const renewed = renew(lifted, at);
  const { on, waitsFor } = pipeline[lead.stage];
  return lead.cadence !== undefined && lead.cadence.name === on.bounced
    ? beginStageCadence({ ...renewed, waitsFor }, at)
    : renewed;
}

/** A request that nobody has begun with is answered once more: the first answer did not arrive. */
export const answeredAgain = (lead: Lead): Lead =>
  isUntouched(lead) && lead.acknowledgedAt !== undefined ? { ...lead, answerAgain: lead.generation } : lead;

/**
 * Has somebody given this very address once more since mails to it came back?
 * @param suppressed of the address of the lead.
 */
export function isGivenAgain(
  { timeline, contact: { email } }: Pick<Lead, 'timeline' | 'contact'>,
  { reason, at }: Suppression,
): boolean {
  if (reason !== 'bounced' || email === undefined) return false;
  const cameBack = timeline.findIndex((event) => isBounceOf(email, event));
  return (
    cameBack >= 0 &&
    standingEvents(timeline.slice(cameBack)).some((event) => event.at >= at && toldAddress(event) === email)
  );
}

const isBounceOf = (email: string, event: LeadEvent): boolean =>
  event.type === 'mail-rejected' ||
  (event.type === 'mail-bounced' && event.email === email && event.reported === undefined);
