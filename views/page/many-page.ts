/** Many requests on one page, to do one thing with all that are ticked. */
import { html } from 'hono/html';
import type { ManyAction } from '../../domain/lead/action.ts';
import { hasAnswered, type LeadSummary } from '../../domain/lead/summary.ts';
import { phoneToCall, whoIs } from '../lead-text.ts';
import { visible } from '../visitor-text.ts';
import { answerText } from '../words/answers.ts';
import { manyPageWords, manyWords } from '../words/many-page.ts';
import { shortMoment } from '../words/moments.ts';
import { outcomeHeading, ownerPage, type PageContext } from './lead-parts.ts';
import type { Html } from './page.ts';

export interface ListedLead {
  readonly lead: LeadSummary;
  /** Proven or known: nothing is done with it unless somebody ticks it. */
  readonly trusted: boolean;
  /** The same for all that say the same. */
  readonly alike?: string | undefined;
}

/** So many with the same text are one kind; two neighbours may well have the same burst pipe. */
const fewestAlike = 3;
/** A kind of no more than these is read at a glance. */
const mostShownOpen = 10;

/** All of them are of one kind: from strangers. */
export const everyStranger = 'strangers';

const style = `
.pick{display:grid;grid-template-columns:1.5rem 1fr auto;gap:.75rem;align-items:start;padding:.75rem 0;border-top:1px solid var(--line)}
.pick input{width:1.5rem;height:1.5rem;min-height:0;margin:.1rem 0 0;accent-color:var(--accent)}
.pick label{font-weight:400;margin:0;min-width:0;overflow-wrap:anywhere}
.pick small{display:block;color:var(--quiet);font-size:.875rem}
.pick a{padding:.1rem 0}
.kind{margin:1.25rem 0 0}
.kind>button{margin:.5rem 0}
.all{margin:.75rem 0 0}
`;

export function manyPage(
  {
    action,
    listed,
    others,
  }: {
    readonly action: ManyAction;
    readonly listed: readonly ListedLead[];
    /** Stand below, only to be looked at. */
    readonly others: readonly LeadSummary[];
  },
  context: PageContext,
): Promise<string> {
  const words = manyWords[action];
  // Where there is nothing to do for many, whoever came here wanted to see the others.
  const title = listed.length === 0 && others.length > 0 ? manyPageWords.onlyOthers : words.title;
  const body =
    listed.length === 0
      ? html`${others.length === 0 ? html`<p>${words.none}</p>` : ''}`
      : html`<p class="quiet">${words.why}</p><form method="post">${shownOn(listed, context)}${kindsOf(action, listed, context)}
<button>${words.button}</button>${allOf(action, listed)}</form>`;
  return ownerPage(
    title,
    context,
    html`<h1>${title}${listed.length > 0 ? html` <span class="quiet">(${listed.length})</span>` : ''}</h1>${body}${othersOf(manyPageWords.answered, others.filter(hasAnswered), context)}${othersOf(
      listed.length > 0 ? manyPageWords.others : manyPageWords.untouched,
      others.filter((lead) => !hasAnswered(lead)),
      context,
    )}`,
    style,
  );
}

/** A button means no more than what stood on its page. */
const shownOn = (listed: readonly ListedLead[], { now }: PageContext): Html =>
  html`<input type="hidden" name="shown" value="${listed.map(({ lead }) => lead.id).join(' ')}"><input type="hidden" name="until" value="${now}">`;

/** Where single ones are not ticked by themselves, one more button means all of them, but for the proven and the known. */
function allOf(action: ManyAction, listed: readonly ListedLead[]): Html | '' {
  const strangers = listed.filter(({ trusted }) => !trusted).length;
  if (action !== 'spam-alarms' || strangers < fewestAlike) return '';
  return html`<p class="all"><button class="button second" name="alike" value="${everyStranger}">${manyWords[action].buttonAlike(strangers)}</button></p>`;
}

/** Those that stand alone first, so that a real one is not hidden among its many neighbours; then kind by kind. */
function kindsOf(action: ManyAction, listed: readonly ListedLead[], context: PageContext): Html {
  const kinds = Map.groupBy(listed, ({ alike, trusted }) => (trusted ? undefined : alike));
  const large = [...kinds].flatMap(([alike, members]) =>
    alike !== undefined && members.length >= fewestAlike ? [[alike, members] as const] : [],
  );
  const grouped = new Set(large.flatMap(([, members]) => members));
  const single = listed.filter((one) => !grouped.has(one));
  const rows = (members: readonly ListedLead[]) =>
    html`<div>${members.map((one) => rowOf(one, isTicked(action, one, grouped.has(one)), context))}</div>`;
  return html`${rows(single)}${large.map(
    ([alike, members]) => html`<section class="kind"><h2>${headingOf(alike, members.length)}</h2>
<p class="quiet">${wordsOf(members[0]?.lead)}</p>
<button class="button second" name="alike" value="${alike}">${manyWords[action].buttonAlike(members.length)}</button>
<details${members.length <= mostShownOpen ? html` open` : ''}><summary>${manyPageWords.show}</summary>${rows(members)}</details></section>`,
  )}`;
}

const headingOf = (alike: string, count: number): string =>
  alike === 'crowded-network' ? manyPageWords.crowded(count) : manyPageWords.alike(count);

const wordsOf = (lead: LeadSummary | undefined): string =>
  visible(lead?.excerpt, 140) ?? manyPageWords.noWords;

/**
 * An emergency that says something of its own may be one, whoever wrote it: it is put aside only where somebody ticks it, or
 * asks for all.
 */
function isTicked(action: ManyAction, { trusted }: ListedLead, isOneOfMany: boolean): boolean {
  if (action === 'acknowledge-all') return true;
  return !trusted && (action === 'spam-all' || isOneOfMany);
}

function othersOf(heading: string, others: readonly LeadSummary[], context: PageContext): Html | '' {
  if (others.length === 0) return '';
  const rows = others.map(
    (lead) => html`
<div class="pick"><span></span><span><strong>${whoIs(lead)}</strong><br>${lead.unanswered ? answerText(lead.unanswered) : wordsOf(lead)}
<small>${shortMoment(lead.capturedAt, context.now, context.company)}</small></span>${waysTo(lead, context)}</div>`,
  );
  return html`<section class="kind"><h2>${heading} <span class="quiet">(${others.length})</span></h2>${rows}</section>`;
}

function waysTo(lead: LeadSummary, { viewUrl }: PageContext): Html {
  const phone = phoneToCall(lead);
  return html`<span>${phone?.url ? html`<a href="${phone.url}">${phone.text}</a><br>` : ''}<a href="${viewUrl(lead.id)}">Ansehen</a></span>`;
}

function rowOf({ lead, trusted }: ListedLead, ticked: boolean, context: PageContext): Html {
  const { now, company } = context;
  const id = `lead-${lead.id}`;
  return html`
<div class="pick"><input type="checkbox" id="${id}" name="lead" value="${lead.id}"${ticked ? html` checked` : ''}>
<label for="${id}"><strong>${whoIs(lead)}</strong><br>${wordsOf(lead)}
<small>${shortMoment(lead.capturedAt, now, company)}${trusted ? ` · ${manyPageWords.trusted}` : ''}</small></label>
${waysTo(lead, context)}</div>`;
}

export function manyDonePage(
  {
    action,
    done,
    answeredLately,
    left,
  }: {
    readonly action: ManyAction;
    readonly done: number;
    /** Not done, for their address had its answer. */
    readonly answeredLately: number;
    readonly left: number;
  },
  context: PageContext,
): Promise<string> {
  const words = manyWords[action];
  return ownerPage(
    words.title,
    context,
    html`${outcomeHeading(words.done(done), done > 0)}${answeredLately > 0 ? html`<p>${manyPageWords.answeredLately(answeredLately)}</p>` : ''}${left > 0 ? html`<p>${words.left(left)}</p>` : ''}`,
  );
}
