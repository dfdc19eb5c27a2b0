/** Why a mail may go to a customer, and why it may not. */

/** What allows it. */
export const grounds = ['person-asked', 'appointment', 'owner-wrote', 'open-request'] as const;
export type Ground = (typeof grounds)[number];

/** Nothing reaches him at his address, or is to. */
const unreachable = ['no-address', 'bounced', 'complained', 'disowned'] as const;
export type Unreachable = (typeof unreachable)[number];

/** Why a mail does not go out, or not yet. */
export const mailRefusals = [
  ...unreachable,
  'stopped',
  'paused',
  'no-open-request',
  'promised',
  'waiting-full',
  'unanswered',
  'too-soon',
  'week-full',
  'other-reminded',
  'other-answered',
] as const;
export type MailRefusal = (typeof mailRefusals)[number];
