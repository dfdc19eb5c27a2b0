/** The mails that may bring an entry for the calendar: about a visit, or a refusal that ends one. Loaded when one is due: the library that writes calendar entries is as large as all other mails. */
import type { OneTimeMailName } from '../../domain/lead/mail-name.ts';
import { leadAssigned } from '../../views/mail/lead-assigned.ts';
import type { MailContent } from '../../views/mail/mail-content.ts';
import type { LeadNotice } from '../../views/mail/owner-mail.ts';
import {
  type OwnerVisitNotice,
  ownerVisitEntry,
  ownerVisitNotice,
} from '../../views/mail/owner-visit-notice.ts';
import { refusalMail } from '../../views/mail/refusal.ts';
import { ownerVisitCancellation, visitCancellation } from '../../views/mail/visit-cancellation.ts';
import { type VisitInvitation, visitInvitation } from '../../views/mail/visit-invitation.ts';

export type CalendarMailName = Extract<OneTimeMailName, `${string}visit-${string}` | 'refusal'>;

type About = Omit<VisitInvitation & OwnerVisitNotice, 'kind'>;

/** @throws Error the lead has no visit. */
export function calendarMail(name: CalendarMailName, about: About): MailContent {
  switch (name) {
    case 'visit-confirmation':
      return visitInvitation({ ...about, kind: 'confirmation' });
    case 'visit-reminder':
      return visitInvitation({ ...about, kind: 'reminder' });
    case 'refusal':
      return refusalMail(about);
    case 'visit-cancelled':
      return visitCancellation(about);
    case 'owner-visit-cancelled':
      return ownerVisitCancellation(about);
    case 'owner-visit-confirmation':
      return ownerVisitNotice({ ...about, kind: 'confirmation' });
    case 'owner-visit-reminder':
      return ownerVisitNotice({ ...about, kind: 'reminder' });
  }
}

/** Whoever is given a request with a visit ahead gets the entry that is moved or taken out of his calendar afterwards. */
export const visitHandedOver = (about: LeadNotice): MailContent => ({
  ...leadAssigned(about),
  calendar: ownerVisitEntry(about),
});
