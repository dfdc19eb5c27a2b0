/** The mails a lead came by, and what of them may be opened. */
import type { LeadEvent } from './event.ts';
import type { MailReference } from './origin.ts';

export type MailFile = MailReference['files'][number];

/** The mail an event came by. */
export function mailOf(event: LeadEvent): MailReference | undefined {
  return 'mail' in event && typeof event.mail === 'object' ? event.mail : undefined;
}

/** The mail it began with; `undefined`: it came by none, as a form does. */
export const firstMail = (events: readonly LeadEvent[]): MailReference | undefined =>
  events.map(mailOf).find((mail) => mail !== undefined);

export const hasVirus = ({ flags }: MailReference): boolean => flags?.includes('virus') ?? false;

/** The files that are offered: none of a mail with a virus. */
export const filesOf = (mail: MailReference): readonly MailFile[] => (hasVirus(mail) ? [] : mail.files);
