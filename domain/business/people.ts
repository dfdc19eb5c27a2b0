/** Whom a business rings in an emergency, and when somebody is there to ring. */
import type { AlarmCall } from '../ports/alarm-channels.ts';
import { addMinutes } from '../time/local-time.ts';
import type { Moment } from '../time/moment.ts';
import { addOpenTime, nextOpening } from '../time/working-time.ts';
import type { Company } from './company.ts';

/** Where topics are if the business has no server of its own. */
const publicNtfyServer = 'https://ntfy.sh';

/** Somebody whom an alarm reaches. */
export interface Callee {
  /** Tells people apart where no name may stand; the same as long as the address is. */
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly role: Company['people'][number]['role'];
  /** Where an emergency rings besides his mailbox, in the order in which it does. */
  readonly channels: readonly Pick<AlarmCall, 'channel' | 'to'>[];
}

type Business = Pick<Company, 'owner' | 'people' | 'emergency'>;

function channelsOf(
  { ntfyTopic, sms }: Company['people'][number],
  { emergency }: Business,
): Callee['channels'] {
  return [
    ...(ntfyTopic === undefined
      ? []
      : [{ channel: 'push' as const, to: `${emergency.ntfyServer ?? publicNtfyServer}/${ntfyTopic}` }]),
    ...(sms === undefined ? [] : [{ channel: 'sms' as const, to: sms }]),
  ];
}

/** Everybody who works here, each once: first those who get the mails of the business, then the others. */
export function everybody(company: Business): readonly Callee[] {
  const { owner, people } = company;
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
      role: person?.role ?? 'owner',
      channels: person ? channelsOf(person, company) : [],
    });
  }
  return [...callees.values()];
}

/** Those who are called first; where nobody is on call, those who get the mails of the business. */
export function onCall(company: Business): readonly Callee[] {
  const keys = company.people.filter((person) => person.onCall).map(({ email }) => personKey(email));
  return keys.length > 0 ? everybody(company).filter(({ key }) => keys.includes(key)) : mailboxes(company);
}

/** The addresses that get the mails of the business, each as a person. */
const mailboxes = (company: Business): readonly Callee[] => {
  const keys = company.owner.email.map(personKey);
  return everybody(company).filter(({ key }) => keys.includes(key));
};

/** Owner and office: whoever gets the mails of the business, and everybody else who is not only called out. */
export function ownerAndOffice(company: Business): readonly Callee[] {
  const own = mailboxes(company).map(({ key }) => key);
  return everybody(company).filter(({ key, role }) => own.includes(key) || role !== 'staff');
}

/** Is it the same address, however it is written? */
export const isSameEmail = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** What is put down of whoever has this address; `undefined`: nothing, or nobody here has it. */
export const entryAt = <Entry extends { readonly email: string }>(
  people: readonly Entry[],
  email: string,
): Entry | undefined => people.find((one) => isSameEmail(one.email, email));

/** By an address, however it is written. @returns `undefined`: nobody who works here (any more). */
export const personAt = (company: Business, email: string): Callee | undefined =>
  personOf(company, personKey(email));

/** @returns `undefined`: nobody who works here (any more). */
export const personOf = (company: Business, key: string): Callee | undefined =>
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
