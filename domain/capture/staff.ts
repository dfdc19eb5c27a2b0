/** Who works on a request is named beside who made it, by chats and by systems for contacts: nobody of them is the customer. */
import type { FieldRole } from './field-names.ts';
import { type Found, isReachable } from './form-answer.ts';
import type { Field } from './form-fields.ts';
import { isPosition } from './form-tree.ts';
import { plainWords } from './plain-words.ts';

/** In plain spelling. A browser is a "user agent". */
const staff =
  /(?:^| )(?:(?<!user )agents?|assignees?|assigned(?: (?:to|user|agent))?|teammates?|team members?|admins?|administrators?|operators?|recipients?|receivers?|supervisors?|followers?|watchers?|collaborators?|bearbeiter\w*|sachbearbeiter\w*|mitarbeiter\w*|zustaendig\w*|zugewiesen\w*|zugeteilt\w*|verantwortlich\w*|betreuer\w*|empfaenger\w*|account (?:manager|executive)|sales ?(?:rep|person|man|agent)|employees?|staff|bots?)(?: (?:name|user|e ?mail|phone|telefon))*$/;
/** They may be the customer where nobody else is. */
const perhapsStaff =
  /(?:^| )(?:users?|owners?|besitzer|inhaber|creators?|submitters?|(?:created|updated|modified|added|changed|handled|erstellt|angelegt) (?:by|von)|members?|sellers?|verkaeufer|hosts?|organi[sz]ers?)$/;
const customers =
  /(?:^| )(?:authors?|customers?|clients?|visitors?|leads?|contacts?|requesters?|senders?|from|callers?|guests?|end ?users?|persons?|invitees?|attendees?|kunden?|kundin|interessent(?:in)?|anfragende[rn]?|absender|besucher|kontakt|autor|patient|buyer|prospect)$/;

/** What a list of people says of each. */
const kindOfPerson = /(?:^| )(?:type|role|rolle|kind|usertype|typ)$/;
const kindsOfStaff =
  /^(?:admin\w*|agent|teammate|team|operator|bot|assignee|to|cc|bcc|recipient|receiver|bearbeiter)$/i;
const kindsOfCustomers =
  /^(?:user|customer|visitor|lead|contact|author|requester|from|sender|client|guest|kunde|besucher|anfragende[rn]?)$/i;

const wordsOf = (name: string): string => plainWords(name.slice(0, 100).replace(/([a-z])([A-Z])/g, '$1 $2'));

export const isStaffGroup = (name: string): boolean => staff.test(wordsOf(name));

const groupsOf = ({ path }: Found): readonly string[] =>
  path
    .slice(0, -1)
    .filter((part) => !isPosition(part))
    .map(wordsOf);

const saysKind = ({ path, value }: Field, kind: RegExp): boolean =>
  kindOfPerson.test(wordsOf(path.at(-1) ?? '')) && kind.test(value);

/** Does one of a list of people say of himself that he works there? */
export const isOfStaff = (fields: readonly Field[]): boolean =>
  fields.some((field) => field.path.length === 1 && saysKind(field, kindsOfStaff));

const namesOfPeople: ReadonlySet<FieldRole | undefined> = new Set(['name', 'firstName', 'lastName']);

/** @returns the same answers, those about who works on the request marked so. */
export function markStaff(found: readonly Found[]): readonly Found[] {
  if (!found.some(({ path }) => path.some((part) => anyStaff.test(wordsOf(part))) || path.length > 2))
    return found;
  const groupsSaying = (kind: RegExp) =>
    new Set(found.flatMap((one) => (one.path.length > 1 && saysKind(one, kind) ? [one.group] : [])));
  const saying = groupsSaying(kindsOfStaff);
  const ofKind = found.some((one) => !saying.has(one.group) && isReachable(one)) ? saying : new Set<string>();
  const ofCustomers = groupsSaying(kindsOfCustomers);
  const isStaff = (one: Found) =>
    ofKind.has(one.group) || (!ofCustomers.has(one.group) && isCalledStaff(one));
  const isCalledStaff = (one: Found) =>
    groupsOf(one).some((group) => staff.test(group)) ||
    (one.role !== undefined && staff.test(wordsOf(one.path.at(-1) ?? '')));
  const isPerhaps = (one: Found) => {
    const last = groupsOf(one).findLast((group) => perhapsStaff.test(group) || customers.test(group));
    return last !== undefined && perhapsStaff.test(last);
  };
  const others = found.filter((one) => !one.machinery && !isStaff(one) && !isPerhaps(one));
  const isAnother =
    others.some(isReachable) &&
    others.some((one) => namesOfPeople.has(one.role) || groupsOf(one).some((group) => customers.test(group)));
  // The same person under two names: he is the customer under both.
  const ways = new Set(others.filter(isReachable).map(({ value }) => value.toLowerCase()));
  const same = new Set(found.filter(({ value }) => ways.has(value.toLowerCase())).map(({ group }) => group));
  return found.map((one) =>
    isStaff(one) || (isAnother && isPerhaps(one) && !same.has(one.group))
      ? { ...one, ofStaff: true as const }
      : one,
  );
}
const anyStaff = new RegExp(`${staff.source}|${perhapsStaff.source}`);
