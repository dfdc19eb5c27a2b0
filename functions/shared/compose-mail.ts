import type { Company } from '../../domain/business/company.ts';
import type { Callee } from '../../domain/business/people.ts';
import { canAcknowledge } from '../../domain/lead/acknowledging.ts';
import { wishFor } from '../../domain/lead/ahead-mail.ts';
import type { DueMail } from '../../domain/lead/follow-up.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { isClosed } from '../../domain/lead/stages.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { OutgoingMail } from '../../domain/ports/mailer.ts';
import type { ReplyAddresses } from '../../domain/ports/reply-addresses.ts';
import type { SignedLinks } from '../../domain/ports/signed-links.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { acknowledgement } from '../../views/mail/acknowledgement.ts';
import { chase } from '../../views/mail/chase.ts';
import { emergencyNumber } from '../../views/mail/emergency-number.ts';
import { emergencyTaken } from '../../views/mail/emergency-taken.ts';
import { emergencyUnanswered } from '../../views/mail/emergency-unanswered.ts';
import { followUp } from '../../views/mail/follow-up.ts';
import { mailHeaders } from '../../views/mail/headers.ts';
import { leadAssigned } from '../../views/mail/lead-assigned.ts';
import type { MailContent } from '../../views/mail/mail-content.ts';
import { newLeadAlert } from '../../views/mail/new-lead-alert.ts';
import { requestCorrected } from '../../views/mail/request-corrected.ts';
import { actionLink, notMeLink, stopLink, viewLink } from './action-links.ts';
import { mailFrame } from './mail-frame.ts';
import { toOwner } from './to-owner.ts';

interface ComposeDeps {
  readonly links: SignedLinks;
  /** Absent: no mails are received, answers go to the mailboxes of people. */
  readonly replyAddresses: ReplyAddresses | undefined;
  readonly company: Company;
  readonly clock: Clock;
}

/**
 * The mail that is due, ready to send.
 * @param callee whom it calls; what he does by its links is his. Absent: it goes where all the mails of the business go.
 */
export async function composeMail(
  deps: ComposeDeps,
  lead: Lead,
  due: DueMail,
  callee?: Callee,
): Promise<OutgoingMail> {
  const now = deps.clock.now();
  // The answer to a request is no mailing that one could leave, nor is word that nobody has taken an emergency.
  const isAnswer = due.mail === 'acknowledgement' || due.mail === 'emergency-unanswered';
  const stopUrl = due.to === 'customer' ? stopLink(deps.links, lead.id, now) : undefined;
  const mail = mailFrame(deps.company, now, {
    to: due.to === 'customer' && lead.contact.email ? [lead.contact.email] : deps.company.owner.email,
    ...(callee && { to: [callee.email] }),
    // Whoever answers: it comes back to this lead, and what the owner writes goes on to the customer.
    replyTo: deps.replyAddresses?.sign(lead.id) ?? (due.to === 'owner' ? lead.contact.email : undefined),
    content: await composeContent(deps, lead, due, { stopUrl: stopUrl ?? '', person: callee }),
    headers: {
      ...mailHeaders({
        class: due.mail === 'acknowledgement' ? 'acknowledgement' : 'timer',
        about: lead.id,
        ...(stopUrl !== undefined && !isAnswer && { stopUrl }),
      }),
      // By this the mail is found again when a crash leaves open whether it went out.
      'X-Nachfass-Mail': `${lead.id}/${due.key}`,
    },
  });
  return mail;
}

function earlierUrl({ belongsTo, relatedTo }: Lead, links: SignedLinks, now: Moment, person?: string) {
  const earlier = belongsTo ?? relatedTo;
  return earlier === undefined ? undefined : viewLink(links, earlier, now, person);
}

async function composeContent(
  deps: ComposeDeps,
  lead: Lead,
  due: DueMail,
  { stopUrl, person }: { readonly stopUrl: string; readonly person: Callee | undefined },
): Promise<MailContent> {
  const { company, links } = deps;
  const now = deps.clock.now();
  const owner = () => toOwner(deps, lead, now, person);
  const ownText = due.to === 'customer' ? wishFor(lead, due.key)?.text : undefined;
  switch (due.mail) {
    case 'acknowledgement':
      return acknowledgement({ lead, company, now, notMeUrl: notMeLink(links, lead.id, now) });
    case 'emergency-unanswered':
      return emergencyUnanswered({ lead, company, now, notMeUrl: notMeLink(links, lead.id, now) });
    case 'new-lead-alert':
      return newLeadAlert({
        ...owner(),
        earlierUrl: earlierUrl(lead, links, now, person?.key),
        acknowledge: canAcknowledge(lead)
          ? actionLink(links, lead, 'acknowledge', now, person?.key)
          : undefined,
      });
    case 'emergency-number':
      return emergencyNumber(owner());
    case 'emergency-taken':
      return emergencyTaken(owner());
    case 'lead-assigned': {
      if (!lead.visit || lead.visit.startsAt <= now) return leadAssigned(owner());
      const { visitHandedOver } = await import('./calendar-mail.ts');
      return visitHandedOver(owner());
    }
    case 'request-corrected':
      return requestCorrected(owner());
    case 'visit-confirmation':
    case 'visit-reminder':
    case 'refusal':
    case 'visit-cancelled':
    case 'owner-visit-cancelled':
    case 'owner-visit-confirmation':
    case 'owner-visit-reminder': {
      const { calendarMail } = await import('./calendar-mail.ts');
      return calendarMail(due.mail, { ...owner(), stopUrl, ownText });
    }
  }
  // What is left are the names of rhythms; a mail without a text does not compile.
  const { number, last } = due;
  return due.to === 'customer'
    ? followUp({ lead, company, now, cadence: due.mail, number, last, stopUrl, ownText })
    : chase({ ...owner(), cadence: due.mail, number, stalls: last && !isClosed(lead.stage) });
}
