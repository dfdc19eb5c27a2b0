/** What a mail may still ask the customer: nothing that is known, was said in any words of his, or makes no sense for his request. */
import type { LeadEvent } from '../lead/event.ts';
import type { Lead } from '../lead/lead.ts';
import { wordsOf } from '../lead/merging.ts';
import { customerGetsBack } from '../lead/pipeline.ts';
import type { Kind } from '../lead/request-kind.ts';
import { knownThoughts, notKnownIn } from './not-known-yet.ts';
import { budgetIn, saysWhat, timeframeIn } from './spoken-facts.ts';

const openQuestionNames = ['installation', 'timeframe', 'budget'] as const;
export type OpenQuestion = (typeof openQuestionNames)[number];

/** Nobody asks a repair what it may cost. */
const sensible: Readonly<Record<Kind | 'unknown', readonly OpenQuestion[]>> = {
  project: openQuestionNames,
  advice: openQuestionNames,
  repair: ['installation', 'timeframe'],
  unknown: openQuestionNames,
};

/** The questions that are open, in the order in which they are asked; none: a mail asks nothing. */
export function openQuestions(lead: Lead): readonly OpenQuestion[] {
  const said = textsOf(lead);
  const { name = '', city = '', address = '' } = lead.contact;
  const isKnown: Readonly<Record<OpenQuestion, boolean>> = {
    installation:
      isFilled(lead.request.installation) ||
      said.some((text) => saysWhat(withoutNotKnown(text), [name, city, address])),
    timeframe: isTimeKnown(lead) || said.some((text) => timeframeIn(text) !== undefined),
    budget: isFilled(lead.request.budget) || said.some((text) => budgetIn(text) !== undefined),
  };
  if (hasAnsweredAll(lead)) return [];
  const notKnown = notKnownTo(lead);
  return sensible[lead.request.kind ?? 'unknown'].filter(
    (question) => !isKnown[question] && !notKnown.includes(question),
  );
}

/** What the customer was asked, or spoke of himself, and cannot say (yet). */
export function notKnownTo(lead: Lead): readonly OpenQuestion[] {
  const { timeline, request, asks = openQuestionNames } = lead;
  const asked = timeline.findIndex(isAsked);
  const answers = timeline.flatMap((event, at) =>
    event.type === 'customer-replied'
      ? notKnownIn(event.text ?? '', asked >= 0 && at > asked ? asks : [])
      : [],
  );
  const said = request.sealed ? [] : notKnownIn(request.message ?? '', []);
  const known: { readonly [Question in OpenQuestion]?: string | undefined } = request;
  return openQuestionNames.filter(
    (question) => !isFilled(known[question]) && (answers.includes(question) || said.includes(question)),
  );
}

const withoutNotKnown = (text: string): string => knownThoughts(text).join('\n');

const isFilled = (value: string | undefined): boolean => Boolean(value?.trim());

/** Who chose how soon it should be, or reports something broken, has said by when. */
const isTimeKnown = ({ request: { timeframe, urgency, urgencyWord } }: Lead): boolean =>
  isFilled(timeframe) || urgency !== 'planned' || urgencyWord !== undefined;

/** Everything that the customer wrote, or the owner noted of what he said. What came encrypted is in our words. */
function textsOf({ request, timeline }: Lead): string[] {
  const message = request.sealed ? [] : [request.message ?? ''];
  const extra = request.extra.map(({ value }) => value);
  const written = wordsOf({ timeline }).flatMap(({ text, request: asked }) => [
    text ?? '',
    asked === undefined || asked.sealed ? '' : (asked.message ?? ''),
  ]);
  return [...new Set([...message, ...extra, ...written])].filter((text) => text.trim() !== '');
}

/** The reminders that ask. */
const asking: readonly string[] = [customerGetsBack];

const isAsked = (event: LeadEvent): boolean => event.type === 'follow-up-sent' && asking.includes(event.mail);

/** Has any mail of ours asked something of this customer? */
export const wasAsked = ({ timeline }: Lead): boolean => timeline.some(isAsked);

/** "1. … 2. … 3. …" is an answer to each, in whatever words. */
function hasAnsweredAll({ timeline }: Lead): boolean {
  const asked = timeline.findIndex(isAsked);
  if (asked < 0) return false;
  return timeline
    .slice(asked + 1)
    .filter((event) => event.type === 'customer-replied')
    .some(({ text = '' }) => numberedLines(text) >= 2);
}

const numberedLines = (text: string): number =>
  text.split('\n').filter((line) => /^\s*\(?\d[.):]\s*\S/.test(line)).length;

/** Is the customer asked where a visit goes? Once: whatever he wrote since may be the answer. */
export function asksWhere({ contact, timeline }: Lead): boolean {
  if ([contact.address, contact.postcode, contact.city].some(isFilled)) return false;
  const asked = timeline.findIndex(
    (event) => event.type === 'follow-up-sent' && event.mail === 'visit-confirmation',
  );
  return asked < 0 || !timeline.slice(asked + 1).some(({ type }) => type === 'customer-replied');
}
