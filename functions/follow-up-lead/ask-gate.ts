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
import type { ContactKey, Suppression } from '../../domain/ports/contact-store.ts';
import type { Limits } from '../../domain/ports/limits.ts';
import { loadOtherRequests, type OtherRequestsDeps } from '../shared/other-requests.ts';

export interface AskGateDeps extends OtherRequestsDeps {
  readonly limits: Pick<Limits, 'claimReminder' | 'releaseReminder'>;
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
  const others = reminds ? await loadOtherRequests(lead, deps) : [];
  const answer = mayMail(due.mail, { lead, others, suppressed }, company, clock.now());
  return answer.allowed && reminds ? claim(lead, due, answer, deps) : answer;
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
