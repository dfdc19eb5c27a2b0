/** What an answer of the customer says: how to reach him, where, what, by when, for how much, and when it would suit. */
import type { Company } from '../business/company.ts';
import { phoneOfPlace } from '../capture/abroad.ts';
import { ofHimselfAlone, withoutStrangers } from '../capture/of-himself.ts';
import { type Facts, readFacts } from '../inbound/facts.ts';
import { fold } from '../inbound/folded-text.ts';
import { stripSignature } from '../inbound/signature.ts';
import type { ReplyFacts } from '../lead/event.ts';
import type { Lead } from '../lead/lead.ts';
import { knownThoughts } from './not-known-yet.ts';
import { openQuestions, wasAsked } from './open-questions.ts';
import { withoutOwnLabel } from './own-label.ts';
import { budgetIn, saysWhat, timeframeIn, wishedDateIn } from './spoken-facts.ts';
import { thoughtsOf } from './thoughts.ts';

interface Answer {
  /** Without quotes; a signature may stand below. */
  readonly text: string;
  /** His own words in it, without what he hands on. */
  readonly ownWords: string;
}

/** Longer is a letter. */
const maxWhat = 200;

/**
 * The facts in an answer to us.
 * @returns `undefined`: it says none.
 */
export function readAnswer({ text, ownWords }: Answer, lead: Lead, company: Company): ReplyFacts | undefined {
  const { phones, emails, ...place } = factsOfHis(text, lead, company);
  const words = withoutStrangers(stripSignature(ownWords));
  const installation = whatIn(words, lead, company);
  const facts: ReplyFacts = {
    ...(phones.length > 0 && { phones: [...phones] }),
    ...(emails.length > 0 && { emails: emails.filter((email) => email !== lead.contact.email) }),
    ...place,
    ...(installation !== undefined && { installation }),
    ...spoken('timeframe', timeframeOf(words, lead)),
    ...spoken('budget', budgetIn(words)),
    ...spoken('wishedDate', wishedDateIn(words)),
  };
  return Object.keys(facts).length > 0 ? facts : undefined;
}

/** His own first, then those of his family; of a stranger none. He dials as where he lives. */
function factsOfHis(text: string, { contact }: Lead, company: Company): Facts {
  const {
    phones: familyPhones,
    emails: familyEmails,
    ...placeOfFamily
  } = readFacts(withoutStrangers(text), company);
  const { phones, emails, ...own } = readFacts(ofHimselfAlone(text), company);
  const place = own.address === undefined ? placeOfFamily : own;
  const lives = place.postcode === undefined ? contact : place;
  const dialled = [...phones, ...familyPhones].map(({ phone, phoneE164 }) => ({
    phone,
    phoneE164: phoneOfPlace(phone, lives, company.country) ?? phoneE164,
  }));
  const isFirst = ({ phoneE164 }: (typeof dialled)[number], at: number) =>
    dialled.findIndex((one) => one.phoneE164 === phoneE164) === at;
  return {
    phones: dialled.filter(isFirst),
    emails: [...new Set([...emails, ...familyEmails])],
    ...place,
  };
}

const spoken = (
  name: 'timeframe' | 'budget' | 'wishedDate',
  value: string | undefined,
): Partial<ReplyFacts> => (value === undefined ? {} : { [name]: value });

/** "Ich melde mich nächste Woche" is no time for the work. */
const ofHimself =
  /meld|komm|urlaub|anruf|rufen|telefon|erreich|zuruck|termin|vorbei|besichtig|passt|sprechen|schick|send|uberleg|entscheid|bescheid|call|holiday/;

function timeframeOf(words: string, lead: Lead): string | undefined {
  const work = thoughtsOf(words).filter((thought) => !ofHimself.test(fold(thought).text));
  const said = timeframeIn(work.join('\n'));
  // What is said beside a date for a visit is often the same date.
  return said !== undefined && wishedDateIn(said) !== undefined && !wasAsked(lead) ? undefined : said;
}

/** What is to be done, where nobody knows it yet. */
function whatIn(words: string, lead: Lead, company: Company): string | undefined {
  if (!openQuestions(lead).includes('installation')) return undefined;
  const { name = '', city = '', address = '' } = lead.contact;
  const said = knownThoughts(words).filter((thought) => {
    const { phones, emails, ...place } = readFacts(thought, company);
    const reaches = phones.length > 0 || emails.length > 0 || Object.keys(place).length > 0;
    return !reaches && saysWhat(thought, [name, city, address]);
  });
  const what = withoutOwnLabel('installation', said.join(', '))
    .replace(/\s+/g, ' ')
    .slice(0, maxWhat)
    .toWellFormed();
  return what === '' ? undefined : what;
}

/** Asks something, wants another time or none: that is more than an address. */
const moreThanPlace =
  /\?|verschieb|verleg|absag|storni|abbrech|anderer? (?:termin|tag|zeit)|(?:passt|geht|klappt|kann|konnen) (?:\p{L}+ ){0,3}(?:nicht|leider|doch)|leider|lieber|stattdessen|fruher|spater|statt |doch nicht|nicht mehr|interesse|angebot|preis|kosten|rechnung|cancel|postpone|instead|unfortunately|\bcannot\b|can't/u;
/** More is a letter, and wants to be read as one. */
const maxPlaceLength = 400;

/** Does the text say where somebody lives and how to find him, and nothing that wants an answer? */
export function saysOnlyPlace({ ownWords }: Answer, company: Company): boolean {
  const words = stripSignature(ownWords).trim();
  if (words === '' || words.length > maxPlaceLength) return false;
  const { address, postcode, city } = readFacts(words, company);
  const hasPlace = address !== undefined || postcode !== undefined || city !== undefined;
  return hasPlace && !moreThanPlace.test(fold(words).text) && wishedDateIn(words) === undefined;
}
