/** One thing done with many requests, picked from a list: the list shows, its button does it. */
import { isBundleable, isBundled, waitsForAcknowledgement } from '../../../domain/lead/acknowledging.ts';
import type { ManyAction } from '../../../domain/lead/action.ts';
import { isAlarm } from '../../../domain/lead/actions.ts';
import type { Command } from '../../../domain/lead/command.ts';
import { hasAnswered, type LeadSummary } from '../../../domain/lead/summary.ts';
import { limits as figures } from '../../../domain/limits/figures.ts';
import type { Alarms } from '../../../domain/ports/alarms.ts';
import type { ContactStore } from '../../../domain/ports/contact-store.ts';
import type { LeadStore } from '../../../domain/ports/lead-store.ts';
import type { Limits } from '../../../domain/ports/limits.ts';
import { compareMoments } from '../../../domain/time/local-time.ts';
import type { PageContext } from '../../../views/page/lead-parts.ts';
import { everyStranger, type ListedLead, manyDonePage, manyPage } from '../../../views/page/many-page.ts';
import { alikeText } from '../alike-text.ts';
import { type ChangeLeadDeps, changeLead } from '../change-lead.ts';
import { htmlResponse } from '../http-handler.ts';
import type { HttpRequest, HttpResponse } from '../http-message.ts';
import { inTurns } from '../in-turns.ts';
import { typedIn } from '../typed-in.ts';

export interface ActOnManyDeps extends ChangeLeadDeps {
  readonly leads: Pick<LeadStore, 'load' | 'save' | 'eachOpen'>;
  readonly contacts: Pick<ContactStore, 'load'>;
  readonly alarms: Pick<Alarms, 'list' | 'remove'>;
  readonly limits: Pick<Limits, 'claimAnswer'>;
}

interface Listing {
  /** The leads it is about, as they are now. */
  readonly includes: (lead: LeadSummary) => boolean;
  readonly command: Command;
  /** What else stands below them, only to be looked at: mails lead here to the rest of what they show. */
  readonly besides?: (lead: LeadSummary) => boolean;
}

const listings: Readonly<Record<ManyAction, Listing>> = {
  'acknowledge-all': {
    includes: waitsForAcknowledgement,
    command: { type: 'acknowledge' },
  },
  'spam-all': {
    // Whoever answered is a person, and something has happened with his request.
    includes: (lead) => isBundled(lead) && !hasAnswered(lead),
    command: { type: 'mark-spam' },
    besides: (lead) => isBundleable(lead) && (!isBundled(lead) || hasAnswered(lead)),
  },
  'spam-alarms': { includes: isAlarm, command: { type: 'mark-spam' } },
};

/** So many are written at a time: a thousand are done before a browser gives up. */
const atOnce = 25;

/** @throws ConcurrentUpdateError five races lost in a row. */
export async function actOnMany(
  request: HttpRequest,
  action: ManyAction,
  deps: ActOnManyDeps,
  context: PageContext,
): Promise<HttpResponse> {
  const { includes, command, besides = () => false } = listings[action];
  const trusted = new Set(
    (await deps.alarms.list()).filter((one) => one.trusted).map(({ leadId }) => leadId),
  );
  const included: LeadSummary[] = [];
  const others: LeadSummary[] = [];
  for await (const lead of deps.leads.eachOpen()) {
    if (includes(lead)) included.push(lead);
    if (besides(lead)) others.push(lead);
  }
  const listed = included
    .map((lead) => ({ lead, trusted: lead.proof !== undefined || trusted.has(lead.id), alike: alike(lead) }))
    .toSorted(
      (one, other) =>
        Number(other.trusted) - Number(one.trusted) ||
        compareMoments(other.lead.capturedAt, one.lead.capturedAt),
    );
  if (request.method !== 'POST') {
    return htmlResponse(200, await manyPage({ action, listed, others }, context));
  }
  const picked = listed.filter(isPicked(typedIn(request)));
  const outcomes = await inTurns(picked, atOnce, ({ lead }) => doOne(lead, command, deps));
  const count = (outcome: Outcome) => outcomes.filter((one) => one === outcome).length;
  const done = count('done');
  const answeredLately = count('answered-lately');
  if (action === 'spam-alarms') await deps.alarms.remove(picked.map(({ lead }) => lead.id));
  deps.log.info('Action taken on many', { action, picked: picked.length, done, answeredLately });
  const counts = { done, answeredLately, left: listed.length - done - answeredLately };
  return htmlResponse(200, await manyDonePage({ action, ...counts }, context));
}

/** Picks only what stood on the page as it stands now: whoever came or changed his words since then was seen by nobody. */
function isPicked(typed: URLSearchParams): (one: ListedLead) => boolean {
  const group = typed.get('alike');
  const wanted = new Set(group === null ? typed.getAll('lead') : typed.get('shown')?.split(' '));
  const until = typed.get('until');
  return ({ lead, trusted, alike }) => {
    const isChanged = until !== null && lead.correctedAt !== undefined && lead.correctedAt > until;
    if (isChanged || !wanted.has(lead.id)) return false;
    // Whoever is proven or known is put aside only where he was picked himself.
    return group === null || (!trusted && (alike === group || group === everyStranger));
  };
}

/** `answered-lately`: another request about this address was answered, and stays as it is. */
type Outcome = 'done' | 'answered-lately' | 'nothing';

async function doOne({ id, email }: LeadSummary, command: Command, deps: ActOnManyDeps): Promise<Outcome> {
  if (command.type === 'acknowledge' && email !== undefined) {
    // No mails go there, whatever happened to this request.
    if ((await deps.contacts.load({ kind: 'email', value: email }))?.suppressed) return 'nothing';
    // Nobody looks at each of so many: whoever was named in all of them gets what he would have got by himself.
    const may = await deps.limits.claimAnswer(email, id, deps.clock.now(), figures.address.unproven);
    if (!may) return 'answered-lately';
  }
  const { outcome } = await changeLead(deps, id, command, { by: 'owner' });
  return outcome === 'changed' ? 'done' : 'nothing';
}

/** What the requests of a flood have in common: the text, or else that they came from one crowded network. */
function alike({ excerpt, muted }: LeadSummary): string | undefined {
  return alikeText(excerpt) ?? (muted === 'crowded-network' ? muted : undefined);
}
