/** What an answer of the customer teaches about the lead. */
import type { Company } from '../business/company.ts';
import { plainWords } from '../capture/plain-words.ts';
import { addMonths, localDate } from '../time/local-time.ts';
import type { Moment } from '../time/moment.ts';
import type { Command, Details } from './command.ts';
import { isSamePhone, withDetails, withPhone } from './details.ts';
import { type Draft, given } from './draft.ts';
import type { EventOf, LeadEvent, ReplyFacts } from './event.ts';
import type { Lead } from './lead.ts';
import { type LearnedFact, learnedFacts, type Proposal, type ToldFact } from './learned.ts';
import { pipeline } from './pipeline.ts';
import { renew, without } from './renew.ts';
import { unansweredOf } from './summary.ts';

type Reply = Extract<Command, { type: 'record-reply' }>;

/** What an answer says, one by one; of several numbers the first stands first. */
function factsIn({ phones = [], emails = [], ...facts }: ReplyFacts): ToldFact[] {
  const { address, postcode, city, installation, timeframe, budget, wishedDate } = facts;
  const place = [address, [postcode, city].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  const told = (fact: LearnedFact, value: string | undefined): ToldFact[] =>
    value === undefined || value === '' ? [] : [{ fact, value }];
  return [
    ...phones.map(({ phone, phoneE164 }) => ({ fact: 'phone' as const, value: phone, phoneE164 })),
    ...emails.map((value) => ({ fact: 'email' as const, value })),
    ...told('address', place).map((one) => ({ ...one, ...given({ address, postcode, city }) })),
    ...told('installation', installation),
    ...told('timeframe', timeframe),
    ...told('budget', budget),
    ...told('wished-date', wishedDate),
  ];
}

/** What the lead knows of it, on one line; `undefined`: nothing. */
export function knownValue({ contact, request }: Pick<Lead, 'contact' | 'request'>, fact: LearnedFact) {
  const town = [contact.postcode, contact.city].filter(Boolean).join(' ');
  const known: Readonly<Record<LearnedFact, string | undefined>> = {
    phone: contact.phone ?? contact.phoneE164,
    email: contact.email,
    address: [contact.address, town].filter(Boolean).join(', '),
    installation: request.installation,
    timeframe: request.timeframe,
    budget: request.budget,
    'wished-date': request.wishedDate,
  };
  return known[fact]?.trim() || undefined;
}

/** All that is known of what answers teach, number by number. */
export function factsOf(lead: Pick<Lead, 'contact' | 'request'>): ToldFact[] {
  const { address, postcode, city, phoneE164, otherPhones = [] } = lead.contact;
  const parts: Partial<Record<LearnedFact, Partial<ToldFact>>> = {
    phone: given({ phoneE164 }),
    address: given({ address, postcode, city }),
  };
  const others = otherPhones.map((one) => ({
    fact: 'phone' as const,
    value: one.phone,
    ...given({ phoneE164: one.phoneE164 }),
  }));
  const known = learnedFacts.flatMap((fact) => {
    const value = knownValue(lead, fact);
    return value === undefined ? [] : [{ fact, value, ...parts[fact] }];
  });
  return [...others, ...known];
}

/** "Lindenstr. 4" and "Lindenstraße 4" are one street. */
const plain = (text: string | undefined): string =>
  plainWords(text ?? '').replace(/str(?:asse)?(?= |$)/g, 'strasse');

/** Is it what the lead says already? A street without a town is, where the street is the same. */
function isKnown({ contact, request }: Lead, told: ToldFact): boolean {
  const { fact, value } = told;
  if (fact === 'phone') {
    return [contact, ...(contact.otherPhones ?? [])].some((one) => isSamePhone(one, asPhone(told)));
  }
  if (fact === 'address') {
    const whole = plain(knownValue({ contact, request }, fact));
    return [told.address, told.postcode, told.city].every(
      (part) => part === undefined || whole.includes(plain(part)),
    );
  }
  return plain(knownValue({ contact, request }, fact)) === plain(value);
}

/**
 * May it be filled in? Where nothing stands. A town alone is an address that lacks its street. Where mails go only the owner
 * says, or whoever proves to write from there.
 */
function isFree(lead: Lead, { fact, ...told }: ToldFact, { authentic, from }: Reply): boolean {
  if (fact === 'email') return lead.contact.email === undefined && authentic === true && told.value === from;
  if (fact !== 'address') return knownValue(lead, fact) === undefined;
  const { address, postcode, city } = lead.contact;
  const fits = (known: string | undefined, said: string | undefined) =>
    known === undefined || said === undefined || plain(known) === plain(said);
  return (
    address === undefined &&
    fits(postcode, told.postcode) &&
    (told.postcode !== undefined || fits(city, told.city))
  );
}

/** The facts that an answer fills in, each once. */
function learn(lead: Lead, reply: Reply): Draft<EventOf<'fact-learned'>>[] {
  const facts = factsIn(reply.facts ?? {}).filter((told) => !isKnown(lead, told));
  return learnedFacts.flatMap((fact) => {
    const told = facts.find((one) => one.fact === fact && isFree(lead, one, reply));
    return told ? [{ type: 'fact-learned' as const, ...told, from: 'answer' as const }] : [];
  });
}

/** What the customer wrote, and what it teaches. */
export function customerReply(
  lead: Lead,
  reply: Reply,
  { now, company }: { readonly now: Moment; readonly company: Company },
): Draft[] {
  const { text, mail, from, called, stops, facts } = reply;
  const asksNothing =
    (reply.onlyPlace && waitsForPlace(lead, now)) || (reply.onlyYes && isChasedForVisit(lead));
  const forVisit = asksNothing ? (true as const) : undefined;
  const isNew = (told: ToldFact) => told.fact === 'phone' && !isKnown(lead, told);
  const newNumber =
    pipeline[lead.stage].alarm && factsIn(facts ?? {}).some(isNew) ? (true as const) : undefined;
  const expiresOn = answersAsPerson(lead, reply)
    ? addMonths(localDate(now, company.timeZone), company.retentionMonths)
    : undefined;
  return [
    ...learn(lead, reply),
    {
      type: 'customer-replied',
      ...given({ text, mail, from, called, stops, facts, forVisit, newNumber, expiresOn }),
    },
  ];
}

/**
 * Of what was put down as spam: from the address that our mail went to it is answered in words, which no sender of spam does.
 * A call, somebody else's words and a wish for no more mails prove nothing, and ask for nothing.
 */
const answersAsPerson = ({ spam, mergedInto }: Lead, { mail, from, called, stops }: Reply): boolean =>
  spam && mergedInto === undefined && mail !== undefined && !from && !called && !stops;

/** Whoever is called for the emergency is called again: now he can call back. */
export const withNewNumber = (lead: Lead, { at, newNumber }: EventOf<'customer-replied'>): Lead =>
  newNumber ? renew({ ...lead, untoldNumber: 1 + lead.timeline.filter(namesNewNumber).length }, at) : lead;

const namesNewNumber = (event: LeadEvent): boolean =>
  event.type === 'customer-replied' && event.newNumber === true;

/** The newest answer, and what it taught: that stands right before it. */
export function lastAnswer({ timeline }: Pick<Lead, 'timeline'>) {
  const at = timeline.findLastIndex((event) => event.type === 'customer-replied');
  const reply = timeline[at];
  if (reply?.type !== 'customer-replied') return undefined;
  const taughtFrom = timeline.slice(0, at).findLastIndex((event) => !isTaught(event)) + 1;
  return { reply, taught: timeline.slice(taughtFrom, at).filter(isTaught) };
}

const isTaught = (event: LeadEvent): event is EventOf<'fact-learned'> =>
  event.type === 'fact-learned' && event.from === 'answer';

/** He told where a visit goes or said yes to it, which nobody owes a word for, and nobody has said that he read it. */
export const isAnswerUnread = (lead: Pick<Lead, 'timeline'>): boolean => unansweredOf(lead)?.toRead === true;

/** A visit is ahead, and until it is over nothing is owed but the visit. */
const waitsForPlace = (lead: Lead, now: Moment): boolean =>
  lead.visit !== undefined && lead.visit.startsAt > now && isChasedForVisit(lead);

/** What the visit brings is all that is owed. */
const isChasedForVisit = ({ visit, stage, cadence }: Lead): boolean =>
  visit !== undefined && cadence?.name === pipeline[stage].on.visitOver;

/** More proposals are a list that nobody reads. */
const maxProposals = 12;

/** What an answer says otherwise stands as a proposal; said again it moves to the end. */
export const withProposals = (lead: Lead, { facts, at, from }: EventOf<'customer-replied'>): Lead =>
  withTold(
    lead,
    factsIn(facts ?? {}).map((one) => ({ ...one, at, ...given({ from }) })),
  );

/** What somebody says otherwise waits for a tap. */
export function withTold(lead: Lead, told: readonly Proposal[]): Lead {
  const proposals = told.filter((one) => !isKnown(lead, one));
  if (proposals.length === 0) return lead;
  const earlier = (lead.proposals ?? []).filter((one) => !proposals.some((next) => isSame(one, next)));
  return { ...lead, proposals: [...earlier, ...proposals].slice(-maxProposals) };
}

const isSame = (one: ToldFact, other: ToldFact): boolean =>
  one.fact === other.fact &&
  (one.fact === 'phone'
    ? isSamePhone(asPhone(one), asPhone(other))
    : plain(one.value) === plain(other.value));

const asPhone = ({ value, phoneE164 }: ToldFact) => ({ phone: value, ...given({ phoneE164 }) });

/** Of which several may hold at once: each is taken or left on its own. */
const severalFacts: readonly LearnedFact[] = ['phone', 'email'];

/** What waits for a tap: of what can only be one the newest, of numbers and addresses each. */
export const openProposals = ({ proposals = [] }: Pick<Lead, 'proposals'>): Proposal[] =>
  learnedFacts.flatMap((fact) => {
    const told = proposals.filter((one) => one.fact === fact);
    return severalFacts.includes(fact) ? told : told.slice(-1);
  });

/** The owner takes what an answer says. @returns `undefined`: nothing of the kind waits. */
export function takeFact(
  lead: Lead,
  { fact, value }: Extract<Command, { type: 'take-fact' }>,
): Draft<EventOf<'fact-learned'>> | undefined {
  const proposal = lead.proposals?.findLast((one) => one.fact === fact && one.value === value);
  if (!proposal) return undefined;
  const { at: _at, from: _from, ...told } = proposal;
  const instead = knownValue(lead, fact);
  return { type: 'fact-learned', ...told, from: 'owner', ...given({ instead }) };
}

export function factLearned(lead: Lead, { at, ...event }: EventOf<'fact-learned'>): Lead {
  const settled = settleProposals(lead, event);
  if (event.fact === 'phone') {
    // He named both: the one before is no wrong number.
    const { value: phone, phoneE164 } = event;
    return { ...settled, contact: withPhone(settled.contact, { phone, phoneE164 }) };
  }
  const changed = withDetails(settled, detailsOf(event), at);
  return event.fact === 'wished-date'
    ? { ...changed, request: { ...changed.request, wishedDate: event.value } }
    : changed;
}

function detailsOf({ fact, value, address, postcode, city }: ToldFact): Details {
  switch (fact) {
    case 'address':
      return given({ address, postcode, city });
    case 'wished-date':
      return {};
    default:
      return { [fact]: value };
  }
}

/** What is known stays. @returns `undefined`: nothing of the kind waits. */
export function dismissFact(
  { proposals }: Lead,
  { fact, value }: Extract<Command, { type: 'dismiss-fact' }>,
): Draft<EventOf<'fact-dismissed'>> | undefined {
  const proposal = proposals?.findLast((one) => one.fact === fact && one.value === value);
  if (!proposal) return undefined;
  const { at: _at, from: _from, ...told } = proposal;
  return { type: 'fact-dismissed', ...told };
}

/** Said once more it is asked again: he seems to mean it. Of what may be several each is one of its own. */
export const factDismissed = (lead: Lead, told: EventOf<'fact-dismissed'>): Lead =>
  withLeft(
    lead,
    (lead.proposals ?? []).filter(
      (one) => one.fact !== told.fact || (severalFacts.includes(told.fact) && !isSame(one, told)),
    ),
  );

/** What is taken waits no longer, nor does what was said of it before. */
function settleProposals(lead: Lead, told: ToldFact): Lead {
  const index = lead.proposals?.findLastIndex((one) => isSame(one, told)) ?? -1;
  const left = (lead.proposals ?? []).filter(
    (one, at) => one.fact !== told.fact || at > index || (severalFacts.includes(told.fact) && at < index),
  );
  return withLeft(lead, left);
}

/**
 * Whoever corrects a fact by hand has decided about it. Of what may be several only what stands there now is decided.
 * @param lead corrected already.
 */
export function settleCorrected(lead: Lead, details: Details): Lead {
  const { emptied = [] } = details;
  const corrected = new Set([...Object.keys(details), ...emptied]);
  const parts: Partial<Record<LearnedFact, readonly string[]>> = {
    address: ['address', 'postcode', 'city'],
    'wished-date': ['wishedDate'],
  };
  const left = (lead.proposals ?? []).filter((one) =>
    severalFacts.includes(one.fact)
      ? !isKnown(lead, one)
      : !(parts[one.fact] ?? [one.fact]).some((name) => corrected.has(name)),
  );
  return withLeft(lead, left);
}

const withLeft = (lead: Lead, left: readonly Proposal[]): Lead =>
  lead.proposals === undefined || left.length === lead.proposals.length
    ? lead
    : left.length === 0
      ? without(lead, 'proposals')
      : { ...lead, proposals: [...left] };
