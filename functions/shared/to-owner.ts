import type { Company } from '../../domain/business/company.ts';
import type { Callee } from '../../domain/business/people.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { ReplyAddresses } from '../../domain/ports/reply-addresses.ts';
import type { SignedLinks } from '../../domain/ports/signed-links.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { actionLinks, takeLinks } from './action-links.ts';

interface ToOwnerDeps {
  readonly links: SignedLinks;
  /** Absent: no mails are received, answers go to the mailboxes of people. */
  readonly replyAddresses: ReplyAddresses | undefined;
  readonly company: Company;
}

/**
 * What every mail to the owner about one lead shows: the lead, what he can do about it, and how to write to the customer.
 * @param person whoever gets it; absent: it goes where all the mails of the business go.
 */
export function toOwner(deps: ToOwnerDeps, lead: Lead, now: Moment, person?: Callee) {
  const { links, replyAddresses, company } = deps;
  const { all, viewUrl } = actionLinks(links, lead, now, { company, person });
  return {
    lead,
    company,
    now,
    actions: all,
    takes: takeLinks(links, lead, now, person?.key),
    viewUrl,
    writeTo: replyAddresses?.sign(lead.id),
    answerable: replyAddresses !== undefined && lead.contact.email !== undefined && !lead.mailsStopped,
  };
}
