/** A mail that calls several people goes to each of them by itself, with links of his own. */
import { calledNow } from '../../domain/business/absence.ts';
import type { Company } from '../../domain/business/company.ts';
import { type Callee, everybody } from '../../domain/business/people.ts';
import { recipientsOf } from '../../domain/business/recipients.ts';
import { calledBeside, toldOfCall } from '../../domain/lead/captured-call.ts';
import type { DueMail } from '../../domain/lead/follow-up.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { toldOfTaking } from '../../domain/lead/taking.ts';
import type { Moment } from '../../domain/time/moment.ts';
import type { SendOutcome } from '../shared/send-once.ts';

/** Whom this mail goes to, each by itself; `undefined`: it is one mail, as any other. */
export function calleesOf(
  company: Company,
  lead: Lead,
  mail: DueMail,
  now: Moment,
): readonly Callee[] | undefined {
  if (mail.to === 'customer') return undefined;
  if (mail.mail === 'emergency-taken') return toldOfTaking(company, lead);
  const { calls = 'owner' } = mail;
  if (mail.mail === 'emergency-number' && calls === 'owner') return takerOf(company, lead, now);
  if (mail.mail === 'new-lead-alert' && calls === 'owner') {
    const told = toldOfCall(company, lead, now);
    if (told) return told;
  }
  return calls === 'owner' ? recipientsOf(company, lead, now) : calledBeside(company, lead, calls, now);
}

/** Who took the emergency; of a taker without a name nobody knows whether he is one of those on call. */
function takerOf(company: Company, { timeline }: Lead, now: Moment): readonly Callee[] {
  const taken = timeline.findLast(({ type }) => type === 'confirmed')?.person;
  const taker = everybody(company).filter(({ name }) => name === taken);
  return taker.length > 0 ? taker : calledNow(company, 'on-call', now);
}

/**
 * Sends it to each. It is out as soon as one of them got it: the next step calls the others again.
 * @param send under a key of its own for each, the first under the mail's.
 * @throws what the first one failed with, if all did.
 */
export async function sendToEach(
  callees: readonly Callee[],
  key: string,
  send: (key: string, callee: Callee) => Promise<SendOutcome>,
  onFailure: (key: string) => void,
): Promise<SendOutcome> {
  let sent: SendOutcome | undefined;
  let failure: unknown;
  for (const [index, callee] of callees.entries()) {
    const own = index === 0 ? key : `${key}@${callee.key}`;
    try {
      const outcome = await send(own, callee);
      sent ??= outcome;
    } catch (error) {
      failure ??= error;
      onFailure(own);
    }
  }
  if (!sent) throw failure;
  return sent;
}
