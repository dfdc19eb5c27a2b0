/**
 * The mails of the follow-up, by their names in the mail log and on timelines. A name is a promise of a text: whoever adds
 * one is told by the compiler where the text is missing.
 */
import type { CadenceName, CustomerCadence } from './pipeline.ts';

/** Mails to the customer; those of a rhythm have the name of their cadence. */
export type CustomerMailName = 'acknowledgement' | 'visit-confirmation' | 'visit-reminder' | CustomerCadence;

/** Mails to the owner; those of a rhythm have the name of their cadence. */
export type OwnerMailName =
  | 'new-lead-alert'
  | 'owner-visit-confirmation'
  | 'owner-visit-reminder'
  | CadenceName;

export type MailName = CustomerMailName | OwnerMailName;

/** Belongs to no rhythm. */
export type OneTimeMailName = Exclude<MailName, CadenceName>;
