/** Whom a business rings in an emergency, and when somebody is there to ring. */
import { addMinutes } from '../time/local-time.ts';
import type { Moment } from '../time/moment.ts';
import { addOpenTime, nextOpening } from '../time/working-time.ts';
import type { Company } from './company.ts';

/** Somebody whom an alarm reaches. */
export interface Callee {
  /** Tells people apart where no name may stand; the same as long as the address is. */
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly phone?: string | undefined;
}

/** Everybody who works here, each once: first those who get the mails of the business, then the others. */
export function everybody({ owner, people }: Pick<Company, 'owner' | 'people'>): readonly Callee[] {
  const callees = new Map<string, Callee>();
  for (const email of [...owner.email, ...people.map((person) => person.email)]) {
    const key = personKey(email);
    if (callees.has(key)) continue;
    const person = people.find((one) => personKey(one.email) === key);
    const isOwnerAlone = owner.email.length === 1 && owner.email[0] === email;
    callees.set(key, {
      key,
      name: person?.name ?? (isOwnerAlone ? owner.name : email),
      email,
      ...(person?.phone !== undefined && { phone: person.phone }),
    });
  }
  return [...callees.values()];
}

/** Those who are called first; where nobody is on call, those who get the mails of the business. */
export function onCall(company: Pick<Company, 'owner' | 'people'>): readonly Callee[] {
  const keys = company.people.filter((person) => person.onCall).map(({ email }) => personKey(email));
  const first = keys.length > 0 ? keys : company.owner.email.map(personKey);
  return everybody(company).filter(({ key }) => first.includes(key));
}

/** @returns `undefined`: nobody who works here (any more). */
export const personOf = (company: Pick<Company, 'owner' | 'people'>, key: string): Callee | undefined =>
  everybody(company).find((one) => one.key === key);

/** 32 bits by FNV-1a: short enough for a link, and no address that others could read in it. */
function personKey(email: string): string {
  let hash = 0x811c9dc5;
  for (const unit of email.toLowerCase()) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(36);
}

/** When somebody takes an emergency that comes in now: at once, or, without a night service, when the business opens. */
export function takesEmergenciesAt(company: Company, now: Moment): Moment {
  return company.emergency.nightService ? now : nextOpening(company, now);
}

/** So many minutes later of the time in which somebody takes emergencies. */
export const addServiceMinutes = (company: Company, from: Moment, minutes: number): Moment =>
  company.emergency.nightService ? addMinutes(from, minutes) : addOpenTime(company, from, minutes * 60_000);

/** Somebody takes emergencies now. */
export const takesEmergencies = (company: Company, now: Moment): boolean =>
  takesEmergenciesAt(company, now) === now;

/** Whom to call while nobody here takes emergencies; `undefined`: the business names nobody. */
export function calledInstead({
  emergency,
  emergencyPhone,
}: Company): { readonly name?: string | undefined; readonly phone: string } | undefined {
  if (emergency.instead) return emergency.instead;
  return emergencyPhone === undefined ? undefined : { phone: emergencyPhone };
}
