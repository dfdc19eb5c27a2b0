/** Who asks is known by mail address and number: what else he asked for, over all doors. */
import type { Company } from '../../domain/business/company.ts';
import type { Command } from '../../domain/lead/command.ts';
import { contactKeys } from '../../domain/lead/contact-keys.ts';
import { decide } from '../../domain/lead/decide.ts';
import { evolveAll } from '../../domain/lead/evolve.ts';
import { recognisePerson } from '../../domain/lead/known-person.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { untold } from '../../domain/lead/resubmission.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { ContactStore } from '../../domain/ports/contact-store.ts';
import type { LeadStore } from '../../domain/ports/lead-store.ts';
import { updateLead } from '../shared/change-lead.ts';
import { loadLiving } from '../shared/living-lead.ts';
import type { Log } from '../shared/logger.ts';

export interface KnowPersonDeps {
  readonly leads: Pick<LeadStore, 'load' | 'save'>;
  readonly contacts: Pick<ContactStore, 'load' | 'linkLead' | 'liftStop'>;
  readonly clock: Clock;
  readonly company: Company;
  readonly log: Log;
}

/** Behind the address of an office or a property manager stand hundreds: more tell nothing that the owner does not know. */
const maxLeadsOfPerson = 50;

/**
 * Links a new or corrected lead with its person, and the person's last request with it.
 * @returns what to note on the lead; `undefined`: nothing is new about him. What keeps an earlier request from being read
 *   costs only this: the alert must not wait for it.
 */
export async function knowPerson(lead: Lead, deps: KnowPersonDeps): Promise<Command | undefined> {
  if (lead.alertedAt !== undefined && untold(lead) === 0) return undefined;
  const ids = await linkContact(lead, deps);
  if (lead.known) return undefined;
  const recognised = recognisePerson(lead, await loadEarlier(ids, deps));
  const before = lead.relatedTo ?? recognised?.last?.leadId;
  if (before !== undefined) await noteFollowing(before, lead.id, deps);
  return recognised;
}

/**
 * The person's other requests are found by address and number. A new request is a wish to be answered: it lifts the stop that was
 * said before it was made, however late that is done, and none that was said since.
 */
async function linkContact(lead: Lead, { contacts }: KnowPersonDeps): Promise<string[]> {
  const ids: string[] = [];
  for (const key of contactKeys(lead.contact)) {
    await contacts.linkLead(key, lead.id);
    const record = await contacts.load(key);
    if (record?.suppressed) await contacts.liftStop(key, lead.capturedAt);
    ids.push(...(record?.leadIds ?? []));
  }
  return [...new Set(ids)].filter((id) => id !== lead.id);
}

/** What was put to another request tells of him in that one. */
async function loadEarlier(ids: readonly string[], { leads, log }: KnowPersonDeps): Promise<Lead[]> {
  const loaded = ids.slice(0, maxLeadsOfPerson).map((id) =>
    loadLiving(id, leads).catch((error: unknown) => {
      log.error('Earlier lead not read', error, { leadId: id });
      return undefined;
    }),
  );
  const found = (await Promise.all(loaded)).filter((lead) => lead !== undefined);
  return [...new Map(found.map((lead) => [lead.id, lead])).values()];
}

/** Its page leads to what came later. No timer of it changes. */
async function noteFollowing(
  earlierId: string,
  leadId: string,
  { leads, clock, company, log }: KnowPersonDeps,
): Promise<void> {
  await updateLead(leads, earlierId, (earlier) => {
    const context = { now: clock.now(), by: 'system', company } as const;
    const decision = decide(earlier, { type: 'note-following', leadId }, context);
    return 'refused' in decision ? undefined : evolveAll(earlier, decision.events);
  }).catch((error: unknown) => log.error('Earlier lead not linked', error, { leadId: earlierId }));
}
