/** The page of one lead: everything about it, and everything that can be done with it. */

import { html } from 'hono/html';
import type { Company } from '../../domain/business/company.ts';
import { assigneeOf, isHis, peopleToAsk } from '../../domain/business/recipients.ts';
import { allActionsFor, furtherActionsFor } from '../../domain/lead/actions.ts';
import { type Askable, askables } from '../../domain/lead/askable.ts';
import { isErased } from '../../domain/lead/erase.ts';
import { otherAnswers } from '../../domain/lead/form-facts.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { openProposals } from '../../domain/lead/learning.ts';
import { isTimed } from '../../domain/lead/list.ts';
import { photosOf } from '../../domain/lead/mail-files.ts';
import { notesOf } from '../../domain/lead/private-note.ts';
import { isSubmitted, type Submitted } from '../../domain/lead/repeat.ts';
import { isClosed } from '../../domain/lead/stages.ts';
import { takenBack } from '../../domain/lead/standing-events.ts';
import { dismissAction, takeAction, toldKey } from '../../domain/lead/told.ts';
import { isVisitUntold } from '../../domain/lead/visit.ts';
import { notKnownTo } from '../../domain/listening/open-questions.ts';
import { withoutOwnLabel } from '../../domain/listening/own-label.ts';
import { addressOf, messageOf, waysToReach, whoseRequest } from '../lead-text.ts';
import { multiLine, visible } from '../visitor-text.ts';
import { actionLabels } from '../words/actions.ts';
import { knownInWords, maybeSame, mergedWords } from '../words/known-person.ts';
import { kindLabels, sourceLabels, urgencyLabels } from '../words/labels.ts';
import { becauseOf, factNames, reachBy, viewOn, leadPageWords as words } from '../words/lead-page.ts';
import { dismissLabel, learnedLabels, learnedWords, takeInWords } from '../words/learned.ts';
import { photosInWords } from '../words/mails/owner-frame.ts';
import { shortMoment } from '../words/moments.ts';
import { houseInWords } from '../words/people.ts';
import { privateNotes } from '../words/private-note.ts';
import {
  answerHeldInWords,
  holdInWords,
  mailsStoppedInWords,
  maybeUndelivered,
  uncertainInWords,
  untoldVisitInWords,
} from '../words/standing.ts';
import { actorInWords, eventInWords } from '../words/timeline.ts';
import { type FactRow, factList, factsOf } from './fact-list.ts';
import { acknowledgementNotice, ownerPage, type PageContext, standing, steps } from './lead-parts.ts';
import { attachments, linksBelow } from './mail-parts.ts';
import type { Html } from './page.ts';

export function leadPage(lead: Lead, context: PageContext): Promise<string> {
  const { company } = context;
  const erased = isErased(lead);
  const message = messageOf(lead);
  return ownerPage(
    whoseRequest(lead),
    context,
    html`<p class="quiet">${words.request} ${lead.id}</p>
<h1>${whoseRequest(lead)}</h1>
${standing(lead, context)}
${leadNotices(lead, context)}
${personNotice(lead, context)}
${reachButtons(lead, context)}
${lastReply(lead)}
${proposals(lead, context)}
${message ? html`<div class="sheet"><p class="words">${message}</p></div>` : ''}
${takenWords(lead)}
${attachments(lead)}
${notes(lead, context)}
${erased ? '' : html`<h2>${words.nextSteps}</h2>${steps(lead, allActionsFor(lead, context.now), context)}`}
<h2>${words.standing}</h2>
${factList([...factsOf(lead, company), ...datesOf(lead, context)])}
<h2>${words.request}</h2>${factList(requestFacts(lead))}
<details><summary>${words.history} (${lead.timeline.length})</summary>${timeline(lead, context)}</details>
${erased ? '' : html`<h2>${words.more}</h2>${steps(lead, furtherActionsFor(lead, context.now), context)}`}
${context.pushUrl === undefined ? '' : html`<p class="foot"><a href="${context.pushUrl}">${actionLabels.push}</a></p>`}`,
  );
}

/** What is in the way of a mail, and what the customer does not know. */
export function leadNotices(lead: Lead, context: PageContext): Html {
  return html`${lead.mailsStopped ? html`<div class="notice alarm"><p>${mailsStoppedInWords[lead.mailsStopped]}</p></div>` : ''}
${lead.bounceReport ? html`<div class="notice"><p>${maybeUndelivered} ${holdInWords(lead, context.company, context.now) ?? ''}</p></div>` : ''}
${lead.answerHeld && lead.answerHeld.until > context.now ? html`<div class="notice"><p>${answerHeldInWords(lead.answerHeld, context.company)}</p></div>` : ''}
${lead.uncertainMails > 0 ? html`<div class="notice"><p>${uncertainInWords(lead.uncertainMails)}</p></div>` : ''}
${lead.visit && !isClosed(lead.stage) && isVisitUntold(lead, context.now) ? html`<div class="notice"><p>${untoldVisitInWords(lead.visit.startsAt, context.company)}</p></div>` : ''}
${acknowledgementNotice(lead, context)}`;
}

/** One tap to call, to write, to find the way. */
function reachButtons(lead: Lead, { writeTo }: PageContext): Html | '' {
  const ways = waysToReach(lead, writeTo?.(lead.id)).flatMap(({ value, url }) =>
    url === undefined ? [] : [{ value, url }],
  );
  if (ways.length === 0) return '';
  return html`<div class="reach">${ways.map(
    ({ value, url }, index) =>
      html`<a class="${index === 0 ? 'button' : 'button second'}" href="${url}">${reachBy(url, value)}</a>`,
  )}</div>`;
}

export function datesOf(lead: Lead, context: PageContext): FactRow[] {
  const moment = (at: string) => shortMoment(at, context.now, context.company);
  const reminded = isTimed(lead) && !lead.stalledAt && lead.dueAt > context.now;
  return [
    [factNames.assignedTo, assigneeInWords(lead, context.company)],
    [factNames.nextReminder, reminded ? moment(lead.dueAt) : undefined],
    [factNames.capturedAt, moment(lead.capturedAt)],
    [factNames.source, sourceLabels[lead.source].de],
    ...portalRows(lead),
    [factNames.otherNumbers, lead.otherNumbers?.join(', ')],
    [factNames.earlierRequest, linksTo(lead.relatedTo === undefined ? [] : [lead.relatedTo], context)],
    [factNames.laterRequests, linksTo(lead.followedBy ?? [], context)],
    [factNames.goesOnIn, linksTo(lead.mergedInto === undefined ? [] : [lead.mergedInto], context)],
  ];
}

/** Whose it is, where people have it apart. */
function assigneeInWords(lead: Lead, company: Company): string | undefined {
  if (peopleToAsk(company).length === 0) return undefined;
  return visible(assigneeOf(company, lead)?.name, 60) ?? houseInWords;
}

function portalRows({ attribution: { portal, mailbox } }: Lead): FactRow[] {
  const page = portal?.url !== undefined && /^https?:/.test(portal.url) ? portal : undefined;
  return [
    [factNames.mailbox, visible(mailbox, 254)],
    [factNames.portal, visible(portal?.name, 80)],
    [factNames.deadline, visible(portal?.deadline, 100)],
    [factNames.portalRequest, page && html`<a href="${page.url}" rel="noreferrer">${viewOn(page.name)}</a>`],
  ];
}

const linksTo = (leadIds: readonly string[], { viewUrl }: PageContext) =>
  leadIds.length === 0
    ? undefined
    : html`${leadIds.map((id, index) => html`${index > 0 ? ', ' : ''}<a href="${viewUrl(id)}">${id}</a>`)}`;

/** Who the customer is to the business, whether this is open already, and where it went. */
export function personNotice({ known, belongsTo, mergedInto, stage }: Lead, context: PageContext): Html | '' {
  const { now, company } = context;
  const asked = belongsTo !== undefined && !isClosed(stage);
  if (!known && !asked && mergedInto === undefined) return '';
  return html`<div class="notice">${known ? html`<p>${knownInWords(known, { now, timeZone: company.timeZone })}</p>` : ''}
${asked ? html`<p>${maybeSame} ${linksTo([belongsTo], context)}</p>` : ''}
${mergedInto === undefined ? '' : html`<p>${mergedWords.goesOn} ${linksTo([mergedInto], context)}</p>`}</div>`;
}

/** What was asked for, field by field, with what nobody expected. */
function requestFacts(lead: Lead): FactRow[] {
  const { request, contact } = lead;
  const urgency = urgencyLabels[request.urgency].de;
  const urgencyWord = visible(request.urgencyWord, 60);
  return [
    [factNames.kind, request.kind && kindLabels[request.kind].de],
    [factNames.urgency, urgencyWord === undefined ? urgency : becauseOf(urgency, urgencyWord)],
    ...askables.map((fact) => [factNames[fact], saidOf(lead, fact)] as const),
    [factNames.photos, photosInWords(photosOf(lead))],
    [learnedLabels['wished-date'], visible(request.wishedDate, 120)],
    [factNames.company, visible(contact.company)],
    [factNames.email, visible(contact.email)],
    [factNames.address, addressOf(lead)],
    ...otherAnswers(lead).map(
      ({ name, value }) => [visible(name, 60) ?? factNames.unnamed, visible(value, 500)] as const,
    ),
  ];
}

/** What is known of it, or that he cannot say it: then nobody asks him again. */
function saidOf(lead: Lead, fact: Askable): string | undefined {
  const value = visible(lead.request[fact]);
  if (value !== undefined) return withoutOwnLabel(fact, value);
  return notKnownTo(lead).includes(fact) ? words.notKnown : undefined;
}

/** What the customer wrote last, as long as it waits for an answer. */
function lastReply(lead: Lead): Html | '' {
  const reply = lead.timeline.findLast((event) => event.type === 'customer-replied');
  if (!reply || lead.cadence?.name !== 'replied') return '';
  const text = multiLine(reply.text ?? '', 5_000);
  const stranger = reply.from
    ? html`<p class="quiet">${words.otherAddress} ${visible(reply.from, 254) ?? ''}</p>`
    : '';
  return html`<h2>${reply.called ? words.call : words.reply}</h2><div class="sheet">${stranger}<p class="words">${text}</p></div>`;
}

/** What the customer's answers say otherwise than the lead does; one tap takes it. */
function proposals(lead: Lead, { linkTo, company, person, now }: PageContext): Html | '' {
  const told = openProposals(lead);
  if (told.length === 0 || !isHis(company, person, lead, now)) return '';
  return html`<div class="notice"><p>${learnedWords.differs}</p>${told.map(
    (one) =>
      html`<p class="told"><a class="button second" href="${linkTo(takeAction(one), lead, toldKey(one))}">${takeInWords(one)}</a>
<a class="leave" href="${linkTo(dismissAction(one), lead, toldKey(one))}">${dismissLabel}</a></p>`,
  )}</div>`;
}

/** What was written to another lead that turned out to be this one; the newest are enough to act on. */
const maxTakenWords = 3;

function takenWords({ timeline, contact }: Lead): Html | '' {
  const taken = timeline.filter((event) => event.type === 'merged').filter(({ from }) => from !== undefined);
  if (taken.length === 0) return '';
  return html`<h2>${words.taken}</h2>${taken.slice(-maxTakenWords).map((event) => {
    const text = multiLine(event.text ?? event.request?.message ?? '', 5_000);
    const others = [event.contact?.name, event.contact?.phone, event.contact?.email]
      .filter((value) => ![contact.name, contact.phone, contact.email].includes(value))
      .flatMap((value) => visible(value, 254) ?? []);
    return html`<div class="sheet">${text ? html`<p class="words">${text}</p>` : ''}${
      others.length > 0 ? html`<p class="quiet">${others.join(' · ')}</p>` : ''
    }</div>`;
  })}`;
}

/** What the business noted, the newest first: nobody else sees it. */
function notes(lead: Lead, { company, now }: PageContext): Html | '' {
  const noted = notesOf(lead).toReversed();
  if (noted.length === 0) return '';
  return html`<h2>${privateNotes}</h2>${noted.map(
    ({ text, at, sentAt = at }) =>
      html`<div class="sheet private"><p class="words">${multiLine(text, 10_000)}</p><p class="quiet">${shortMoment(sentAt, now, company)}</p></div>`,
  )}`;
}

/** What was asked for, each time as it was sent. */
function wordsOf({ request }: Submitted): string {
  const message = visible(request.message, 300);
  return message === undefined ? '' : `: „${message}“`;
}

function timeline(lead: Lead, { company, now }: PageContext): Html {
  const stated = lead.corrections !== undefined;
  const isBack = takenBack(lead.timeline);
  const told = (event: Lead['timeline'][number]) => {
    const inWords = eventInWords(event, company);
    return isBack(event) ? html`<s>${inWords}</s>` : inWords;
  };
  return html`<ol class="events">${lead.timeline
    .toReversed()
    .map(
      (event) =>
        html`<li>${told(event)}${stated && isSubmitted(event) ? wordsOf(event) : ''}${linksBelow(event)}<small>${shortMoment(event.at, now, company)} · ${actorInWords(event)}</small></li>`,
    )}</ol>`;
}
