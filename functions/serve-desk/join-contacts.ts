/** Two persons are one: shown beforehand, done by a second tap. */

import { mayDo } from '../../domain/business/recipients.ts';
import type { Command } from '../../domain/lead/command.ts';
import { contactKeys } from '../../domain/lead/contact-keys.ts';
import { isErased } from '../../domain/lead/erase.ts';
import { joinWith } from '../../domain/lead/joining.ts';
import { tellsOfPerson } from '../../domain/lead/known-person.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { type Person, personIn, personsOf } from '../../domain/lead/persons.ts';
import type { ContactStore } from '../../domain/ports/contact-store.ts';
import type { LeadSearch } from '../../domain/ports/lead-search.ts';
import type { LeadStore } from '../../domain/ports/lead-store.ts';
import type { DeskContext } from '../../views/desk/desk-context.ts';
import { joinPreviewPage, pickOtherPage } from '../../views/desk/join-page.ts';
import { notFoundPage } from '../../views/desk/notice-pages.ts';
import { contactUrl, joinUrl } from '../../views/desk/places.ts';
import { notYoursPage } from '../../views/page/notice-pages.ts';
import { type ChangeLeadDeps, changeLead } from '../shared/change-lead.ts';
import { deskResponse, seeOther } from './desk-response.ts';
import type { DeskPage } from './desk-route.ts';
import { type LoadPersonDeps, loadPerson } from './load-person.ts';
import { soughtIn } from './sought-in.ts';

export interface JoinContactsDeps extends LoadPersonDeps, ChangeLeadDeps {
  readonly leads: Pick<LeadStore, 'load' | 'save'>;
  readonly contacts: Pick<ContactStore, 'load' | 'linkLead'>;
  readonly search: LeadSearch;
}

const maxFound = 20;

/** `?with=` another person: what becomes of both; without: which other, found by `?q=`. */
export const showJoin: DeskPage<JoinContactsDeps> = async ({ pathParameters, query }, deps, context) => {
  if (!mayJoin(context)) return deskResponse(403, await notYoursPage(context));
  const person = await loadPerson(pathParameters.key ?? '', deps);
  if (!person) return deskResponse(404, await notFoundPage(context));
  const otherKey = query.get('with');
  if (otherKey !== null) {
    const other = await loadPerson(otherKey, deps);
    if (!other) return deskResponse(404, await notFoundPage(context));
    return deskResponse(200, await joinPreviewPage(person, other, context));
  }
  const typed = soughtIn(query);
  const found = typed === '' ? [] : await deps.search.find(typed, { now: context.now, atMost: maxFound });
  const others = personsOf(found.map(({ lead }) => lead).filter(tellsOfPerson)).filter(
    (one) => !isSame(one, person),
  );
  return deskResponse(200, await pickOtherPage({ person, typed, others }, context));
};

/** As with two requests. */
const mayJoin = ({ person }: DeskContext): boolean => mayDo(person, 'merge');

/** Whoever sends the form twice, or anew after a crash, does what he did before. */
const isJoined = ({ leads }: Person): boolean =>
  leads.some(({ timeline }) => timeline.some(({ type }) => type === 'person-joined'));

const isSame = (one: Person, other: Person): boolean =>
  one.leads.some(({ id }) => other.leads.some((lead) => lead.id === id));

/**
 * Each request of both learns the addresses and numbers of the other, one after the other: whoever does it again after a crash
 * goes on where it ended.
 */
export const doJoin: DeskPage<JoinContactsDeps> = async ({ pathParameters, body }, deps, context) => {
  if (!mayJoin(context)) return deskResponse(403, await notYoursPage(context));
  const form = new URLSearchParams(body.toString('utf8'));
  const key = pathParameters.key ?? '';
  const otherKey = form.get('with');
  // Nobody was picked yet.
  if (!otherKey) return seeOther(joinUrl(key));
  const [person, other] = await Promise.all([loadPerson(key, deps), loadPerson(otherKey, deps)]);
  if (!person || !other) return deskResponse(404, await notFoundPage(context));
  if (isSame(person, other) && !isJoined(person))
    return deskResponse(409, await joinPreviewPage(person, other, context));
  const both = joinWith(
    personIn([...new Map([...person.leads, ...other.leads].map((lead) => [lead.id, lead])).values()]),
  );
  for (const lead of person.leads) await learn(lead, { ...both, with: other.key }, deps, context);
  for (const lead of other.leads) await learn(lead, { ...both, with: person.key }, deps, context);
  deps.log.info('Persons joined', { leadId: person.key, other: other.key });
  return seeOther(`${contactUrl(person.key)}?joined`);
};

async function learn(lead: Lead, command: Command, deps: JoinContactsDeps, { person }: DeskContext) {
  const change = await changeLead(deps, lead.id, command, { by: 'owner', person: person.name });
  // Also where the lead says it already: an earlier try may have ended before this.
  if (change.outcome !== 'changed' && change.outcome !== 'refused') return;
  if (isErased(change.lead)) return;
  for (const key of contactKeys(change.lead.contact)) await deps.contacts.linkLead(key, lead.id);
}
