import type { Company } from '../../domain/business/company.ts';
import { isAlarm } from '../../domain/lead/actions.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { firstMail } from '../../domain/lead/mail-files.ts';
import type { Muted } from '../../domain/lead/origin.ts';
import { turnedUrgentBy } from '../../domain/lead/resubmission.ts';
import { limits as figures } from '../../domain/limits/figures.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Limits } from '../../domain/ports/limits.ts';
import { localDate } from '../../domain/time/local-time.ts';
import { isKnownCustomer, type KnownCustomerDeps } from '../shared/known-customer.ts';
import type { Log } from '../shared/logger.ts';

export interface WhyWithheldDeps extends KnownCustomerDeps {
  readonly limits: Pick<Limits, 'claimAnswer' | 'countAcknowledgement' | 'isDisowned'>;
  readonly company: Company;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Why the confirmation of receipt must not go out by itself; `undefined`: it may. Asking again gives the same answer. Where
 * the limits cannot be asked, people are answered: they are more than those who misuse it.
 */
export async function whyWithheld(lead: Lead, deps: WhyWithheldDeps): Promise<Muted | undefined> {
  try {
    return await askLimits(lead, deps);
  } catch (error) {
    deps.log.error('Limits not asked, the request is confirmed', error, { leadId: lead.id });
    return undefined;
  }
}

async function askLimits(lead: Lead, deps: WhyWithheldDeps): Promise<Muted | undefined> {
  const { limits, company, clock } = deps;
  const { email } = lead.contact;
  // Without an address nothing goes out.
  if (email === undefined) return undefined;
  const now = clock.now();
  const { emergency, gas, known: forKnown, proven: forProven, unproven, told } = figures.address;
  if (lead.request.gas) {
    return (await limits.claimAnswer(`gas ${email}`, lead.id, now, gas)) ? undefined : 'answered-lately';
  }
  const known = await isKnownCustomer(lead, deps);
  // Two programs that answer each other would never end, however well each proves who it is.
  const byMail = firstMail(lead.timeline) !== undefined;
  // What a correction to an emergency brings is another answer to the same address, and as proven as the correction.
  const turned = lead.acknowledgedAt === undefined ? undefined : turnedUrgentBy(lead);
  const answer = turned ? `${lead.id} turned urgent` : lead.id;
  const isProven = (turned ?? lead).proof !== undefined;
  if (!isProven && (await limits.isDisowned(email, now))) return 'disowned';
  const may = byMail ? unproven : isProven ? forProven : known ? forKnown : unproven;
  const mayInAlarm = async () =>
    isAlarm(lead) &&
    (isProven || known) &&
    (await limits.claimAnswer(`emergency ${email}`, answer, now, emergency));
  if (!(await limits.claimAnswer(email, answer, now, may)) && !(await mayInAlarm())) {
    const few = await limits.claimAnswer(`told ${email}`, lead.id, now, told);
    return few ? 'answered-lately' : 'too-many';
  }
  const today = localDate(now, company.timeZone);
  return (await limits.countAcknowledgement(today, lead.id, isProven || known)) ? undefined : 'flood';
}
