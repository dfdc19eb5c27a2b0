/** Who calls from a number, as far as it is known, and what he asked for that is still open. */
import type { Company } from '../../../domain/business/company.ts';
import type { Callee } from '../../../domain/business/people.ts';
import { maySee } from '../../../domain/business/recipients.ts';
import { phoneE164 } from '../../../domain/capture/contact-data.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { isClosed } from '../../../domain/lead/stages.ts';
import type { Moment } from '../../../domain/time/moment.ts';
import type { KnownCaller } from '../../../views/page/known-caller.ts';
import { type LeadsOfPersonDeps, loadLeadsOfPerson } from '../leads-of-person.ts';

interface Asking {
  readonly company: Company;
  readonly now: Moment;
  readonly person?: Callee | undefined;
}

/** @returns `undefined`: it is no whole number, or nobody asked from it before. */
export async function knownCaller(
  phone: string,
  deps: LeadsOfPersonDeps,
  { company, now, person }: Asking,
): Promise<KnownCaller | undefined> {
  const value = phoneE164(phone, company.country);
  if (value === undefined) return undefined;
  const all = await loadLeadsOfPerson([{ kind: 'phone', value }], deps);
  const visible = all.filter((lead) => maySee(company, person, lead, now));
  const [newest] = visible;
  return newest && { newest, requests: visible.length, open: visible.filter(isOpen) };
}

const isOpen = ({ stage }: Lead): boolean => !isClosed(stage);
