/** The signed links in mails and on pages: which ones make sense for a lead, and how long they hold. */

import type { Company } from '../../domain/business/company.ts';
import type { Callee } from '../../domain/business/people.ts';
import { mayDoWith } from '../../domain/business/recipients.ts';
import type { Action, ManyAction } from '../../domain/lead/action.ts';
import { type ActionStanding, actionsFor, primaryActionsFor } from '../../domain/lead/actions.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { openProposals } from '../../domain/lead/learning.ts';
import type { LeadSummary } from '../../domain/lead/summary.ts';
import { takeAction, toldKey } from '../../domain/lead/told.ts';
import type { LinkClaims, SignedLinks } from '../../domain/ports/signed-links.ts';
import { addDuration } from '../../domain/time/local-time.ts';
import type { Moment } from '../../domain/time/moment.ts';
import type { ActionLink } from '../../views/mail/mail-content.ts';
import { actionLabels } from '../../views/words/actions.ts';
import { takeInWords } from '../../views/words/learned.ts';

/**
 * An owner's mail may lie in the mailbox over a long holiday and a sick leave; much older mails that turn up in other
 * hands should open nothing.
 */
const ownerLinkHolds = 'P60D';

/**
 * Whoever finds an old mail after a year can still stop the mails. A link that has ended would make the request a
 * complaint.
 */
const stopLinkHolds = 'P400D';

const ownerLink = (links: SignedLinks, claims: Omit<LinkClaims, 'expiresAt'>, now: Moment): string =>
  links.sign({ ...claims, expiresAt: addDuration(now, ownerLinkHolds) });

export type LinkedLead = Pick<Lead, 'id' | 'generation' | 'assignedTo'> & ActionStanding;

/** Who gets the links; without a person, they go where all mails of the business go. */
interface Reader {
  readonly company: Company;
  readonly person?: Pick<Callee, 'key' | 'role'> | undefined;
}

const isOffered = (lead: LinkedLead, action: Action, now: Moment, reader: Reader | undefined): boolean =>
  reader === undefined || mayDoWith(reader.company, reader.person, lead, action, now);

/**
 * One action on one lead as it stands. Changing links name the generation in which they were made, so that an old mail cannot
 * undo what happened since (`as-seen.ts`); the page of the lead needs none: it only shows.
 * @param person the key of whoever gets it; what he does by it is his.
 * @param told the key of what was said, if it is about that (`told.ts`).
 */
export function actionLink(
  links: SignedLinks,
  lead: LinkedLead,
  action: Action,
  now: Moment,
  person?: string,
  told?: string,
): ActionLink {
  const generation = action === 'view' ? {} : { generation: lead.generation };
  return {
    label: actionLabels[action],
    url: ownerLink(links, { leadId: lead.id, ...generation, action, person, told }, now),
  };
}

/** What the owner can sensibly do now, in a mail about this lead alone. */
export function actionLinks(
  links: SignedLinks,
  lead: LinkedLead,
  now: Moment,
  reader?: Reader,
): {
  readonly all: readonly ActionLink[];
  readonly viewUrl: string;
} {
  return {
    all: actionsFor(lead, now)
      .filter((action) => isOffered(lead, action, now, reader))
      .map((action) => actionLink(links, lead, action, now, reader?.person?.key)),
    viewUrl: viewLink(links, lead.id, now, reader?.person?.key),
  };
}

/** The next steps of a lead, for a line of the digest: it has a hundred lines, and each link is signed. */
export function primaryLinks(
  links: SignedLinks,
  lead: LinkedLead & Partial<Pick<LeadSummary, 'unanswered'>>,
  now: Moment,
  reader?: Reader,
): readonly ActionLink[] {
  return primaryActionsFor(lead, now)
    .filter((action) => isOffered(lead, action, now, reader))
    .map((action) => actionLink(links, lead, action, now, reader?.person?.key));
}

type Told = LinkedLead & Pick<Lead, 'proposals'>;

/** What the customer's answers say otherwise than the lead: a link for each that takes it. */
export function takeLinks(
  links: SignedLinks,
  lead: Told,
  now: Moment,
  person?: string,
): readonly ActionLink[] {
  return openProposals(lead).map((one) => ({
    ...actionLink(links, lead, takeAction(one), now, person, toldKey(one)),
    label: takeInWords(one),
  }));
}

/** The customer's link to end the mails about this request, whatever became of it since. */
export function stopLink(links: SignedLinks, leadId: string, now: Moment): string {
  return links.sign({ leadId, action: 'stop', expiresAt: addDuration(now, stopLinkHolds) });
}

/** The link of whoever got the answer to a request that is not his; it holds as long as the one to stop the mails. */
export function notMeLink(links: SignedLinks, leadId: string, now: Moment): string {
  return links.sign({ leadId, action: 'not-me', expiresAt: addDuration(now, stopLinkHolds) });
}

/** The owner's link to note a phone call; it is about no lead yet. */
export function captureCallLink(links: SignedLinks, now: Moment, person?: string): string {
  return ownerLink(links, { action: 'capture-call', person }, now);
}

/** The owner's link to the mails that were kept aside lately. */
export function notedMailsLink(links: SignedLinks, now: Moment, person?: string): string {
  return ownerLink(links, { action: 'noted-mails', person }, now);
}

/** The reader's link to all that his digest has too much of. */
export function openRequestsLink(links: SignedLinks, now: Moment, person?: string): string {
  return ownerLink(links, { action: 'open-requests', person }, now);
}

/** The owner's link to a list of requests, to do one thing with all that he picks. */
export function manyLink(links: SignedLinks, action: ManyAction, now: Moment, person?: string): string {
  return ownerLink(links, { action, person }, now);
}

/** The owner's link to throw away what looks like the work of robots. */
export function dismissSuspiciousLink(links: SignedLinks, now: Moment, person?: string): string {
  return ownerLink(links, { action: 'dismiss-suspicious', person }, now);
}

/** The owner's link to make a lead of what was kept aside. */
export function rescueLink(links: SignedLinks, leadId: string, now: Moment, person?: string): string {
  return ownerLink(links, { leadId, action: 'rescue', person }, now);
}

/** A browser opens what it is pushed by this very link. */
const pushLinkHolds = 'P400D';

/**
 * What was said in a mail is true of that week or the next; a link to do it should not outlive what it knows.
 */
const answerLinkHolds = 'P14D';

/** The owner's link to enter all that was understood of an answer to a digest. */
export function enterAnswerLink(links: SignedLinks, deliveryId: string, now: Moment): string {
  return links.sign({
    leadId: deliveryId,
    action: 'enter-answer',
    expiresAt: addDuration(now, answerLinkHolds),
  });
}

/** The link by which somebody has emergencies ring in his browser; it leads back from there, as long as browsers are kept. */
export const pushLink = (links: SignedLinks, person: string, now: Moment): string =>
  links.sign({ action: 'push', person, expiresAt: addDuration(now, pushLinkHolds) });

/** The integrator's link to what came in by a hook. */
export function hookLink(links: SignedLinks, hookId: string, now: Moment): string {
  return ownerLink(links, { leadId: hookId, action: 'hook' }, now);
}

/** The page of a lead of which only the id is known. */
export function viewLink(links: SignedLinks, leadId: string, now: Moment, person?: string): string {
  return ownerLink(links, { leadId, action: 'view', person }, now);
}
