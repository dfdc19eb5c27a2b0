import type { Company } from '../../domain/business/company.ts';
import {
  type Allowed,
  type GateAnswer,
  mailClass,
  mayMail,
  type Refused,
} from '../../domain/lawful/may-mail.ts';
import { contactKeys } from '../../domain/lead/contact-keys.ts';
import type { DueMail } from '../../domain/lead/follow-up.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { ContactKey, ContactStore, Suppression } from '../../domain/ports/contact-store.ts';
import type { LeadStore } from '../../domain/ports/lead-store.ts';
import type { Limits } from '../../domain/ports/limits.ts';
import type { Log } from '../shared/logger.ts';

export interface AskGateDeps {
  readonly limits: Pick<Limits, 'claimReminder' | 'releaseReminder'>;
  readonly contacts: Pick<ContactStore, 'load'>;
  readonly leads: Pick<LeadStore, 'load'>;
  readonly log: Log;
  readonly company: Company;
  readonly clock: Clock;
}

/**
 * Asks the gate for a mail to the customer. What it allows of a reminder is claimed: of two requests of one person that ask in
 * the same moment one waits.
 * @throws Error the limits cannot be asked: no reminder goes out unasked, it is tried again.
 */
export async function askGate(
  lead: Lead,
  due: DueMail & { readonly to: 'customer' },
  suppressed: Suppression['reason'] | undefined,
  deps: AskGateDeps,
): Promise<GateAnswer> {
  const { company, clock } = deps;
  const reminds = mailClass(due.mail) === 'request';
  const others = reminds ? await loadOthers(lead, deps) : [];
  const answer = mayMail(due.mail, { lead, others, suppressed }, company, clock.now());
  return answer.allowed && reminds ? claim(lead, due, answer, deps) : answer;
}

/** Behind the address of an office stand hundreds: no more of a person's requests are looked at. */
const maxOthers = 50;

/** What keeps one of them from being read costs only this look at it. */
async function loadOthers(lead: Lead, { contacts, leads, log }: AskGateDeps): Promise<Lead[]> {
  const records = await Promise.all(contactKeys(lead.contact).map((key) => contacts.load(key)));
  const ids = new Set(records.flatMap((record) => record?.leadIds ?? []));
  ids.delete(lead.id);
  const loaded = [...ids].slice(0, maxOthers).map((id) =>
    leads.load(id).catch((error: unknown) => {
      log.error('Other request not read', error, { leadId: id });
      return undefined;
    }),
  );
  return (await Promise.all(loaded)).filter((other) => other !== undefined);
}

async function claim(
  lead: Lead,
  { key }: DueMail,
  answer: Allowed,
  { limits, company, clock }: AskGateDeps,
): Promise<Allowed | Refused> {
  const now = clock.now();
  const mail = { leadId: lead.id, key };
  const claimed: ContactKey[] = [];
  for (const person of contactKeys(lead.contact)) {
    const why = await limits.claimReminder(person, mail, now, company);
    if (why) {
      for (const one of claimed) await limits.releaseReminder(one, mail, now);
      return { allowed: false, ...why };
    }
    claimed.push(person);
  }
  return answer;
}
