/** The page of one lead, and what is shown after something was done to it. */

import { html } from 'hono/html';
import type { Company } from '../../domain/business/company.ts';
import { actionsFor, furtherActionsFor } from '../../domain/lead/actions.ts';
import { type Lead, weightedCents } from '../../domain/lead/lead.ts';
import { isClosed, saleStages } from '../../domain/lead/stages.ts';
import { actionLink, viewLink } from '../action-links.ts';
import { brandOf } from '../mail/footer.ts';
import { formatDate, formatMoney, kindLabels, sourceLabels, urgencyLabels } from '../words/display.ts';
import { addressOf, messageOf, waysToReach, whoIs } from '../words/lead-in-words.ts';
import { multiLine, visible } from '../words/visitor-text.ts';
import {
  actorInWords,
  appointment,
  eventInWords,
  isErased,
  mailsStoppedInWords,
  mutedInWords,
  shortMoment,
} from './in-words.ts';
import { attachments, mailLinks, mailOf } from './mail-parts.ts';
import { type Html, page } from './page.ts';
import { leadStyle, type PageContext, standing, steps, whoIsIt } from './page-parts.ts';

/** Everything about a lead, and everything that can be done with it. */
export function leadPage(lead: Lead, context: PageContext): Promise<string> {
  const { company } = context;
  const erased = isErased(lead);
  const message = messageOf(lead);
  return page({
    language: 'de',
    title: whoIs(lead.contact),
    brand: brandOf(company),
    style: leadStyle,
    body: html`<p class="quiet">Anfrage ${lead.id}</p>
<h1>${whoIs(lead.contact)}</h1>
${standing(lead, context)}
${lead.mailsStopped ? html`<div class="notice alarm"><p>${mailsStoppedInWords[lead.mailsStopped]}</p></div>` : ''}
${reachButtons(lead)}
${lastReply(lead)}
${message ? html`<div class="sheet"><p class="words">${message}</p></div>` : ''}
${attachments(lead)}
${erased ? '' : html`<h2>Nächste Schritte</h2>${steps(lead, actionsFor(lead), context)}`}
<h2>Stand</h2>
${factList([...factsOf(lead, company), ...datesOf(lead, context)])}
${requestFacts(lead)}
<details><summary>Verlauf (${lead.timeline.length})</summary>${timeline(lead, context)}</details>
${erased ? '' : html`<h2>Mehr</h2>${steps(lead, furtherActionsFor(lead), context)}`}`,
  });
}

/** What was done, or why nothing was. */
export interface Notice {
  readonly title: string;
  readonly detail?: string | undefined;
  readonly done?: boolean;
}

/** What happened, where the lead stands now, and what makes sense next. */
export function outcomePage(lead: Lead, notice: Notice, context: PageContext): Promise<string> {
  const { company, links, now } = context;
  const erased = isErased(lead);
  return page({
    language: 'de',
    title: notice.title,
    brand: brandOf(company),
    style: leadStyle,
    body: html`<h1>${notice.done ? html`<span class="done">✓</span> ` : ''}${notice.title}</h1>
${notice.detail ? html`<p>${notice.detail}</p>` : ''}
<div class="sheet">${whoIsIt(lead)}
${standing(lead, context)}
${factList(factsOf(lead, company))}</div>
${erased ? '' : html`<h2>Nächste Schritte</h2>${steps(lead, actionsFor(lead), context)}`}
<p class="foot"><a href="${actionLink(links, lead, 'view', now).url}">Ganze Anfrage ansehen</a></p>`,
  });
}

const reachLabels: Readonly<Record<string, string>> = { 'E-Mail': 'E-Mail schreiben', Adresse: 'Karte' };

/** One tap to call, to write, to find the way. */
function reachButtons(lead: Lead): Html | '' {
  const ways = waysToReach(lead).filter(({ url }) => url !== undefined);
  if (ways.length === 0) return '';
  return html`<div class="reach">${ways.map(({ label, value, url }, index) => {
    const text = reachLabels[label] ?? `Anrufen: ${value}`;
    return html`<a class="${index === 0 ? 'button' : 'button second'}" href="${url}">${text}</a>`;
  })}</div>`;
}

type Row = readonly [label: string, value: Html | string];

function factList(rows: readonly Row[]): Html | '' {
  if (rows.length === 0) return '';
  return html`<dl>${rows.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>`;
}

/** Figures, and dates that are still to come. */
function factsOf(lead: Lead, company: Company): Row[] {
  const money = (cents: number) => formatMoney(cents, company.currency, 'de');
  const rows: Row[] = [];
  const chance = saleStages.includes(lead.stage) ? lead.probability : null;
  if (chance !== null) rows.push(['Wahrscheinlichkeit', `${chance} %`]);
  if (lead.valueCents !== undefined) {
    rows.push(['Wert', money(lead.valueCents)]);
    if (chance !== null) rows.push(['Gewichtet', money(weightedCents(lead))]);
  }
  if (lead.visit) rows.push(['Besichtigung', appointment(lead.visit.startsAt, company)]);
  if (lead.reason !== undefined) rows.push(['Grund', lead.reason]);
  if (lead.lookAgainOn !== undefined) rows.push(['Wiedervorlage', formatDate(lead.lookAgainOn, 'de')]);
  return rows;
}

function datesOf(lead: Lead, { company, links, now }: PageContext): Row[] {
  const moment = (at: string) => shortMoment(at, now, company);
  const reminded = !isClosed(lead.stage) && !lead.stalledAt && lead.dueAt > now;
  return [
    ...(reminded ? [['Nächste Erinnerung', moment(lead.dueAt)] as const] : []),
    ['Eingegangen', moment(lead.capturedAt)],
    ['Quelle', sourceLabels[lead.source].de],
    ...portalRows(lead),
    ...(lead.relatedTo === undefined ? [] : [earlierRequest(lead.relatedTo, links, now)]),
    ...(lead.muted === undefined ? [] : [['Automatische Antwort', mutedInWords[lead.muted]] as const]),
  ];
}

function portalRows({ attribution: { portal, mailbox } }: Lead): Row[] {
  return [
    ...(mailbox === undefined ? [] : [['Postfach', visible(mailbox, 254) ?? ''] as const]),
    ...(portal === undefined ? [] : [['Portal', visible(portal.name, 80) ?? ''] as const]),
    ...(portal?.deadline === undefined ? [] : [['Frist', visible(portal.deadline, 100) ?? ''] as const]),
    ...(portal?.url === undefined || !/^https?:/.test(portal.url)
      ? []
      : [
          ['Anfrage', html`<a href="${portal.url}" rel="noreferrer">auf ${portal.name} ansehen</a>`] as const,
        ]),
  ];
}

function earlierRequest(leadId: string, links: PageContext['links'], now: string): Row {
  return ['Frühere Anfrage', html`<a href="${viewLink(links, leadId, now)}">${leadId}</a>`];
}

/** What was asked for, field by field, with what nobody expected. */
function requestFacts(lead: Lead): Html | '' {
  const { request, contact } = lead;
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['Art', request.kind && kindLabels[request.kind].de],
    ['Dringlichkeit', withWord(urgencyLabels[request.urgency].de, request.urgencyWord)],
    ['Vorhaben', visible(request.installation)],
    ['Zeitrahmen', visible(request.timeframe)],
    ['Budget', visible(request.budget)],
    ['E-Mail', visible(contact.email)],
    ['Adresse', addressOf(lead)],
    ...request.extra.map(({ name, value }) => [visible(name, 60) ?? 'Feld', visible(value, 500)] as const),
  ];
  return html`<h2>Anfrage</h2>${factList(rows.flatMap(([label, value]) => (value ? [[label, value] as const] : [])))}`;
}

/** A listed key word that decided is named, so that a wrong guess is understood. */
const withWord = (text: string, word: string | undefined) =>
  word === undefined ? text : `${text} (wegen „${visible(word, 60) ?? ''}“)`;

/** What the customer wrote last, as long as it waits for an answer. */
function lastReply(lead: Lead): Html | '' {
  const reply = lead.timeline.findLast((event) => event.type === 'customer-replied');
  if (!reply || lead.cadence?.name !== 'replied') return '';
  const words = multiLine(reply.text ?? '', 5_000);
  const stranger = reply.from
    ? html`<p class="quiet">Von einer anderen Adresse: ${visible(reply.from, 254) ?? ''}</p>`
    : '';
  return html`<h2>Die Antwort</h2><div class="sheet">${stranger}<p class="words">${words}</p></div>`;
}

/** The way to the mail that an event came by. */
function originalOf(event: Lead['timeline'][number]): Html | '' {
  const mail = mailOf(event);
  return mail ? mailLinks(mail) : '';
}

function timeline(lead: Lead, { company, now }: PageContext): Html {
  return html`<ol class="events">${lead.timeline
    .toReversed()
    .map(
      (event) =>
        html`<li>${eventInWords(event, company)}${originalOf(event)}<small>${shortMoment(event.at, now, company)} · ${actorInWords(event)}</small></li>`,
    )}</ol>`;
}
