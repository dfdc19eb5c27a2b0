/** The signed links in mails and on pages: which ones make sense for a lead, and how long they hold. */

import type { Action } from '../../domain/lead/action.ts';
import { type ActionStanding, actionsFor, primaryActionsFor } from '../../domain/lead/actions.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { SignedLinks } from '../../domain/ports/signed-links.ts';
import { addDuration } from '../../domain/time/local-time.ts';
import type { Moment } from '../../domain/time/moment.ts';
import type { ActionLink } from '../../views/mail/mail-content.ts';
import { actionLabels } from '../../views/words/actions.ts';

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

export type LinkedLead = Pick<Lead, 'id' | 'generation'> & ActionStanding;

/**
 * One action on one lead as it stands. Changing links are bound to the generation, so that an old mail cannot undo what
 * happened since; the page of the lead is not: it only shows.
 */
export function actionLink(links: SignedLinks, lead: LinkedLead, action: Action, now: Moment): ActionLink {
  const url = links.sign({
    leadId: lead.id,
    ...(action !== 'view' && { generation: lead.generation }),
    action,
    expiresAt: addDuration(now, ownerLinkHolds),
  });
  return { label: actionLabels[action], url };
}

/** What the owner can sensibly do now: `primary` for a line of the digest, `all` for a mail about this lead alone. */
export function actionLinks(
  links: SignedLinks,
  lead: LinkedLead,
  now: Moment,
): {
  readonly primary: readonly ActionLink[];
  readonly all: readonly ActionLink[];
  readonly viewUrl: string;
} {
  const link = (action: Action) => actionLink(links, lead, action, now);
  return {
    primary: primaryActionsFor(lead).map(link),
    all: actionsFor(lead).map(link),
    viewUrl: link('view').url,
  };
}

/** The customer's link to end the mails about this request, whatever became of it since. */
export function stopLink(links: SignedLinks, leadId: string, now: Moment): string {
  return links.sign({ leadId, action: 'stop', expiresAt: addDuration(now, stopLinkHolds) });
}

/** The owner's link to note a phone call; it is about no lead yet. */
export function captureCallLink(links: SignedLinks, now: Moment): string {
  return links.sign({ action: 'capture-call', expiresAt: addDuration(now, ownerLinkHolds) });
}

/** The owner's link to the mails that were kept aside lately. */
export function notedMailsLink(links: SignedLinks, now: Moment): string {
  return links.sign({ action: 'noted-mails', expiresAt: addDuration(now, ownerLinkHolds) });
}

/** The owner's link to make a lead of what was kept aside. */
export function rescueLink(links: SignedLinks, leadId: string, now: Moment): string {
  return links.sign({ leadId, action: 'rescue', expiresAt: addDuration(now, ownerLinkHolds) });
}

/** The page of a lead of which only the id is known. */
export function viewLink(links: SignedLinks, leadId: string, now: Moment): string {
  return links.sign({ leadId, action: 'view', expiresAt: addDuration(now, ownerLinkHolds) });
}
