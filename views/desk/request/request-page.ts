/** The page of one request: who it is and what can be done on the left, what was said and what goes out next on the right. */
import { html } from 'hono/html';
import { isHis, mayDoWith } from '../../../domain/business/recipients.ts';
import type { Action } from '../../../domain/lead/action.ts';
import { allActionsFor, furtherActionsFor, isAlarm } from '../../../domain/lead/actions.ts';
import type { Refusal } from '../../../domain/lead/command.ts';
import { isErased } from '../../../domain/lead/erase.ts';
import type { LeadEvent } from '../../../domain/lead/event.ts';
import { tellsOfPerson } from '../../../domain/lead/known-person.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import type { AnswerFault } from '../../../domain/lead/questions.ts';
import { isWon } from '../../../domain/lead/stages.ts';
import { addressOf, callOf, mapUrl, messageOf, whoseRequest } from '../../lead-text.ts';
import { factList, factsOf } from '../../page/fact-list.ts';
import { shownAt } from '../../page/field-markup.ts';
import { datesOf, leadNotices, personNotice } from '../../page/lead-page.ts';
import { ownerPage, type PageContext, standing, steps } from '../../page/lead-parts.ts';
import type { Html } from '../../page/page.ts';
import { visible } from '../../visitor-text.ts';
import {
  conversationWords,
  type Done,
  doneWords,
  footWords,
  problemWords,
  requestWords as words,
} from '../../words/desk/request.ts';
import { formatDate, formatDay } from '../../words/format.ts';
import { kindLabels } from '../../words/labels.ts';
import { factNames, leadPageWords } from '../../words/lead-page.ts';
import { explainFault } from '../../words/questions.ts';
import { answersUrl, contactUrl, leadUrl, notesUrl } from '../places.ts';
import { conversation } from './conversation.ts';
import { facts } from './facts.ts';
import { files } from './files.ts';
import { nextMail, type ShownAhead } from './next-mail.ts';
import { factGroups, problemNotice, type RequestAttempt, type RequestForm, textBox } from './request-form.ts';

export interface RequestPage {
  readonly lead: Lead;
  /** The whole history, the oldest first. */
  readonly events: readonly LeadEvent[];
  readonly ahead: ShownAhead;
  /** What was just done, and led here. */
  readonly done?: Done | undefined;
  readonly attempt?: RequestAttempt | undefined;
}

export function requestPage(shown: RequestPage, context: PageContext): Promise<string> {
  const { lead } = shown;
  const who = whoseRequest(lead);
  return ownerPage(
    who,
    context,
    html`<div class="request">${whereItStands(shown.attempt)}<div class="head"><p class="quiet">${about(lead)}${tellsOfPerson(lead) ? html` · <a href="${contactUrl(lead.id)}">${words.toPerson}</a>` : ''}</p><h1>${who}</h1>
${standing(lead, context)}</div>
${jumps(lead)}
<div class="two"><div class="who-and-steps">${whoAndSteps(shown, context)}</div>
<div class="right">${right(shown, context)}</div>
<div class="what-is-known">${whatIsKnown(shown, context)}</div></div>
${foot(lead, context)}</div>`,
  );
}

/** On a phone the form that was not taken is far below. */
function whereItStands(attempt: RequestAttempt | undefined): Html | '' {
  if (!attempt) return '';
  const { form } = attempt;
  const place = factGroups.some((group) => group === form) ? `facts-${form}` : form;
  return html`<div class="notice alarm" role="alert"><p>${attempt.problem ?? problemWords.nothingChanged} <a href="#${place}">${problemWords.toForm}</a></p></div>`;
}

function about({ id, request, contact }: Lead): string {
  const kind = request.kind && kindLabels[request.kind].de;
  return [`${leadPageWords.request} ${id}`, kind, visible(contact.city, 60)].filter(Boolean).join(' · ');
}

/** On a phone everything stands below each other. */
function jumps(lead: Lead): Html {
  const places = [
    ...(isErased(lead) ? [] : [['#steps', words.toSteps] as const]),
    ['#next-mail', words.toNextMail] as const,
    ['#conversation', words.toConversation] as const,
    ['#facts', words.toFacts] as const,
  ];
  return html`<nav class="jump" aria-label="${words.jump}">${places.map(
    ([to, label]) => html`<a href="${to}">${label}</a>`,
  )}</nav>`;
}

function whoAndSteps({ lead, events }: RequestPage, context: PageContext): Html {
  const message = messageOf(lead);
  return html`${leadNotices(lead, context)}${personNotice(lead, context)}
${reach(lead, context)}
${message ? html`<h2 class="away">${words.words}</h2><div class="sheet"><p class="words">${message}</p></div>` : ''}
${files(events, leadUrl(lead.id))}
${stepsOf(lead, context)}`;
}

/** What stands in a form of the facts, or with what goes out next, stands there alone. */
const elsewhere: readonly string[] = [
  factNames.probability,
  factNames.value,
  factNames.source,
  factNames.nextReminder,
];

function whatIsKnown({ lead, attempt }: RequestPage, context: PageContext): Html {
  const mayChange = mayChangeIt(lead, context) && !isErased(lead);
  const rows = [...factsOf(lead, context.company), ...datesOf(lead, context)];
  return html`<section id="facts"><h2>${words.facts}</h2>${facts(lead, attempt, mayChange, context)}
<h3>${words.background}</h3>${factList(rows.filter(([name]) => !elsewhere.includes(name)))}</section>`;
}

/** One tap to call, to write, to find the way. None is filled: that is the step. */
function reach(lead: Lead, context: PageContext): Html | '' {
  const call = callOf(lead)?.phone;
  const { phoneE164, email } = lead.contact;
  const address = addressOf(lead);
  const ways = [
    ...(call?.url ? [[call.url, words.call, call.text] as const] : []),
    ...(email === undefined || !mayChangeIt(lead, context)
      ? []
      : [['#answer', words.write, undefined] as const]),
    ...(phoneE164 && isMobile(phoneE164)
      ? [[`https://wa.me/${phoneE164.replace(/\D/g, '')}`, words.whatsApp, undefined] as const]
      : []),
    ...(address ? [[mapUrl(address), words.navigate, undefined] as const] : []),
  ];
  if (ways.length === 0) return '';
  return html`<div class="ways">${ways.map(
    ([url, label, detail]) =>
      html`<a class="button second" href="${url}"${url.startsWith('https:') ? html` rel="noreferrer"` : ''}>${label}${detail ? html`<small>${detail}</small>` : ''}</a>`,
  )}</div>`;
}

/** Of the countries whose numbers tell it: on a landline there is no WhatsApp. */
const isMobile = (phoneE164: string): boolean =>
  !/^\+4[139]/.test(phoneE164) || /^\+(?:491[567]|436[5-9]|417[4-9])/.test(phoneE164);

/** The one that is likeliest is filled, and no other button on the page. */
function stepsOf(lead: Lead, context: PageContext): Html | '' {
  if (isErased(lead)) return '';
  if (!mayChangeIt(lead, context)) {
    return isAlarm(lead) && may('confirm', lead, context)
      ? html`<section id="steps"><h2>${words.suggested}</h2>${steps(lead, ['confirm'], context)}<p class="quiet">${words.takeFirst}</p></section>`
      : html`<section id="steps"><p class="notice">${words.notYours}</p></section>`;
  }
  const [first, ...others] = allActionsFor(lead, context.now);
  return html`<section id="steps">${first ? html`<h2>${words.suggested}</h2>${steps(lead, [first], context)}` : ''}
${others.length > 0 ? html`<h3>${words.otherSteps}</h3>${steps(lead, others, context)}` : ''}
<details><summary>${words.furtherSteps}</summary>${steps(lead, furtherActionsFor(lead, context.now), context)}</details></section>`;
}

/** Where it was done, and so where one is led. */
const flash = (done: Done | undefined, isHere: boolean): Html | '' =>
  done && isHere ? html`<p class="flash" role="status">✓ ${doneWords[done]}</p>` : '';

function right({ lead, events, ahead, attempt, done }: RequestPage, context: PageContext): Html {
  const mayChange = mayChangeIt(lead, context) && !isErased(lead);
  const hasAnswered = done === 'answered';
  const said = { attempt: ofForm(attempt, 'next-mail'), flash: flash(done, !hasAnswered) };
  return html`${isErased(lead) ? '' : nextMail(lead, ahead, said, mayChange, context)}
${!isErased(lead) && may('note', lead, context) ? boxes(lead, attempt, mayChange, context) : ''}
<section id="conversation"><h2>${conversationWords.title}</h2><p class="quiet">${conversationWords.newestFirst}</p>${flash(done, hasAnswered)}${conversation(events, leadUrl(lead.id), context)}</section>`;
}

const ofForm = (attempt: RequestAttempt | undefined, form: RequestForm) =>
  attempt?.form === form ? attempt : undefined;

const faultOf = (fault: AnswerFault | Refusal | undefined, empty: string): string | undefined => {
  if (fault === undefined) return undefined;
  return fault === 'empty' ? empty : explainFault(fault, 'typed');
};

/** What stays in the business and what goes to the customer, clearly apart. */
function boxes(
  lead: Lead,
  attempt: RequestAttempt | undefined,
  mayAnswer: boolean,
  context: PageContext,
): Html {
  const { email } = lead.contact;
  const noteAttempt = ofForm(attempt, 'note');
  const answerAttempt = ofForm(attempt, 'answer');
  return html`<div class="boxes"><section class="box own" id="note"><h2 class="away">${conversationWords.note}</h2>${problemNotice(noteAttempt, context)}
<form method="post" action="${notesUrl(lead.id)}">${shownAt(context.now)}
${textBox({
  id: 'note-text',
  name: 'note',
  label: conversationWords.note,
  hint: conversationWords.noteHint,
  text: noteAttempt?.typed.get('note') ?? '',
  rows: 3,
  fault: faultOf(noteAttempt?.faults?.get('note'), conversationWords.noteEmpty),
})}
<button class="button second">${conversationWords.noteButton}</button></form></section>
${
  email === undefined || !mayAnswer
    ? ''
    : html`<section class="box out" id="answer"><h2 class="away">${conversationWords.answer}</h2>${problemNotice(answerAttempt, context)}
<form method="post" action="${answersUrl(lead.id)}">${shownAt(context.now)}
${textBox({
  id: 'answer-text',
  name: 'answer',
  label: conversationWords.answer,
  hint: conversationWords.answerHint(visible(email, 254) ?? ''),
  text: answerAttempt?.typed.get('answer') ?? '',
  rows: 4,
  fault: faultOf(answerAttempt?.faults?.get('message'), conversationWords.answerEmpty),
})}
<button class="button second">${conversationWords.answerButton}</button></form></section>`
}</div>`;
}

/** How long it is kept, and what allows what. */
function foot(lead: Lead, { company }: PageContext): Html {
  const { expiresOn, consent, stage } = lead;
  const kept = expiresOn
    ? footWords.erasedOn(formatDate(expiresOn, 'de'))
    : isWon(stage)
      ? footWords.order
      : footWords.notYet;
  return html`<footer class="lawful"><dl><dt>${footWords.kept}</dt><dd>${kept}</dd>
<dt>${footWords.consent}</dt><dd>${consent ? html`${footWords.consentGiven(formatDay(consent.at, company.timeZone, 'de'))} „${visible(consent.wording, 500)}“` : footWords.noConsent}</dd>
<dt>${footWords.grounds}</dt><dd>${footWords.ground}</dd></dl></footer>`;
}

/** Whoever is called out acts on what is his; he reads everything. */
const mayChangeIt = (lead: Lead, { company, person, now }: PageContext): boolean =>
  isHis(company, person, lead, now);

const may = (action: Action, lead: Lead, { company, person, now }: PageContext): boolean =>
  mayDoWith(company, person, lead, action, now);
