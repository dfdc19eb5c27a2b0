/** The same submission sent again with other content: a correction, of which the owner must hear. */
import type { Moment } from '../time/moment.ts';
import { endWithholding } from './acknowledging.ts';
import { beginStageCadence } from './begin-cadence.ts';
import type { Command } from './command.ts';
import type { Contact } from './contact.ts';
import { type Draft, given } from './draft.ts';
import type { EventOf } from './event.ts';
import type { Lead } from './lead.ts';
import { isAsleep } from './list.ts';
import { pipeline } from './pipeline.ts';
import { reachableAgain } from './reachable-again.ts';
import { renew } from './renew.ts';
import { isSubmitted } from './repeat.ts';
import type { Request } from './request.ts';

type Resubmit = Extract<Command, { type: 'resubmit' }>;

/** What is taken over; whether it rings is the stage's to say. */
export function resubmit(lead: Lead, command: Resubmit, now: Moment): Draft[] {
  const { contact, request, consent, files, sentAt = now } = command;
  const newer = lead.timeline.filter(isSubmitted).findLast(({ at }) => at > sentAt);
  const drafts: Draft[] = [{ type: 'resubmitted', contact, request, ...given({ consent, files }) }];
  // The older one is kept, the newer one counts.
  if (newer) drafts.push({ type: 'resubmitted', contact: newer.contact, request: newer.request });
  return drafts;
}

/** Does it become an emergency by this? One that rings already rings on, whatever is corrected. */
export const turnsUrgent = ({ stage }: Lead, { request }: Resubmit): boolean =>
  request.urgency === 'now' && pipeline[stage].on.turnedUrgent === 'alarm';

/** Corrections of the address that are answered again: who goes on changing it is no customer. */
const maxAddressesAnswered = 3;

export function resubmitted(before: Lead, event: EventOf<'resubmitted'>): Lead {
  const contact = withContact(before.contact, event.contact);
  const request = withRequest(before.request, event.request, pipeline[before.stage].alarm);
  const count = (before.corrections?.count ?? 0) + 1;
  const lead = renew({ ...wokenUp(before, event.at), contact, request, movedAt: event.at }, event.at);
  const moved = contact.email !== before.contact.email;
  const told = { ...(event.consent && { consent: event.consent }), ...corrections(before, event, count) };
  const lifted = before.mailsStopped === 'bounced' && event.contact.email !== undefined;
  const after: Lead = { ...(lifted ? reachableAgain(lead, event.at) : lead), ...told };
  const namesGas = request.gas && !before.request.gas;
  const answerAgain =
    contact.email !== undefined && (namesGas || ((moved || lifted) && count <= maxAddressesAnswered));
  if (!answerAgain) return after;
  return { ...(namesGas ? endWithholding(after) : after), answerAgain: after.generation };
}

/** What the owner enters himself is no news to him. */
function corrections(
  { corrections: known }: Lead,
  { at, by }: EventOf<'resubmitted'>,
  count: number,
): Pick<Lead, 'corrections'> {
  const told = by === 'owner' ? count : (known?.told ?? 0);
  const since = known !== undefined && known.told < known.count ? known.since : at;
  return { corrections: { count, told, since, last: at } };
}

/** Nothing runs for a lead that sleeps: somebody must look at it now. */
const wokenUp = (lead: Lead, at: Moment): Lead =>
  isAsleep(lead) ? beginStageCadence({ ...lead, waitsFor: 'owner' }, at) : lead;

/** A number as typed and as it is dialled belong together. */
const withContact = (known: Contact, next: Contact): Contact => merge(known, next, ['phone', 'phoneE164']);

/** @param rings where gas was named it stays named as long as it is an emergency. */
function withRequest(known: Request, request: Request, rings: boolean): Request {
  const merged = merge(known, request, ['urgency', 'urgencyWord']);
  const withKind = request.kind === undefined ? merged : merge(merged, request, ['kind', 'kindWord']);
  return { ...withKind, gas: request.gas || (known.gas && rings) };
}

/** What is given replaces what was known; of fields that belong together none is left of the earlier ones. */
function merge<T extends object>(known: T, next: T, together: readonly (keyof T)[]): T {
  const rest = { ...known };
  if (together.some((name) => next[name] !== undefined)) for (const name of together) delete rest[name];
  return { ...rest, ...next };
}

/** The corrections that the owner has not been told. */
export const untold = ({ corrections }: Pick<Lead, 'corrections'>): number =>
  corrections === undefined ? 0 : Math.max(0, corrections.count - corrections.told);

/** A mail said so many corrections; more may have come since it was written. */
export function told(lead: Lead, corrections: number): Lead {
  const known = lead.corrections;
  if (!known) return lead;
  return {
    ...lead,
    corrections: { ...known, told: Math.max(known.told, Math.min(corrections, known.count)) },
  };
}

interface Stated {
  readonly contact: Contact;
  readonly request: Request;
}

/**
 * What the owner knew before the corrections that he has not been told.
 * @returns `undefined`: he knows everything, or the timeline no longer tells.
 */
export function statedBefore({ timeline, corrections }: Lead): Stated | undefined {
  const count = untold({ corrections });
  if (count === 0) return undefined;
  const first = timeline.filter((event) => event.type === 'resubmitted').at(-count);
  const known = first && timeline.slice(0, timeline.indexOf(first));
  const captured = known?.find((event) => event.type === 'captured');
  if (!known || !captured) return undefined;
  let { contact, request } = captured;
  for (const event of known) {
    if (event.type !== 'resubmitted') continue;
    contact = withContact(contact, event.contact);
    request = withRequest(request, event.request, false);
  }
  return { contact, request };
}
