/** One field for everything: people and their requests. */
import { html } from 'hono/html';
import { assigneeOf } from '../../domain/business/recipients.ts';
import { isAlarm } from '../../domain/lead/actions.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { Person } from '../../domain/lead/persons.ts';
import type { FoundLead } from '../../domain/ports/lead-search.ts';
import { addressOf, briefly, noteToShow, phoneOf, whoIs, whoseRequest } from '../lead-text.ts';
import type { Html } from '../page/page.ts';
import { visible } from '../visitor-text.ts';
import { searchWords as words } from '../words/desk/search.ts';
import { kindLabels } from '../words/labels.ts';
import { shortDay } from '../words/moments.ts';
import { spokenStages } from '../words/stages.ts';
import { turnInWords } from '../words/standing.ts';
import type { DeskContext } from './desk-context.ts';
import { callUrl, contactUrl, deskPlaces } from './places.ts';

interface Found {
  readonly typed: string;
  readonly found: readonly FoundLead[];
  readonly persons: readonly Person[];
  readonly more: boolean;
}

export function searchPage(result: Found, context: DeskContext): Promise<string> {
  const { typed } = result;
  const title = typed === '' ? words.title : words.titleFor(visible(typed, 60) ?? '');
  const body = html`<h1>${words.title}</h1>
${searchForm(typed)}
<div id="found" data-live>${typed === '' ? html`<p class="quiet">${words.hint}</p>` : results(result, context)}</div>`;
  return context.frame({ title, body, style: '' });
}

/** The field, as it stands on every page that has one. */
export function searchForm(typed: string, action: string = deskPlaces.search): Html {
  return html`<form class="search" role="search" action="${action}"><label class="away" for="q">${words.label}</label>
<input id="q" name="q" type="search" value="${typed}" placeholder="${words.placeholder}" autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="search" data-live="found">
<button>${words.button}</button></form>`;
}

function results({ typed, found, persons, more }: Found, context: DeskContext): Html {
  if (found.length === 0) return nothingFound(typed);
  const exact = found.filter(({ alike }) => !alike);
  const alike = found.filter(({ alike }) => alike);
  return html`<p class="quiet" role="status">${words.count(found.length, more)}</p>
<div class="columns"><section aria-labelledby="requests"><h2 id="requests">${words.requests}</h2>
${exact.length === 0 ? '' : html`<ul class="rows">${exact.map(({ lead }) => requestRow(lead, context))}</ul>`}
${alike.length === 0 ? '' : html`<h3>${words.alike}</h3><ul class="rows">${alike.map(({ lead }) => requestRow(lead, context))}</ul>`}</section>
${persons.length === 0 ? '' : html`<section aria-labelledby="persons"><h2 id="persons">${words.persons}</h2><ul class="rows">${persons.map((person) => personRow(person))}</ul></section>`}</div>`;
}

/** Digits as one dials them. */
const isNumber = (typed: string): boolean =>
  /^[\d\s+()/.-]{5,}$/.test(typed) && /\d{4}/.test(typed.replace(/\D/g, ''));

function nothingFound(typed: string): Html {
  return html`<p role="status"><strong>${words.nothing(visible(typed, 60) ?? '')}</strong></p>
<p class="quiet">${words.searched}</p>
<p><a class="button second" href="${callUrl(isNumber(typed) ? typed : undefined)}">${words.call}</a></p>`;
}

/** Name and place, what for, and where it stands. */
export function requestRow(lead: Lead, { company, now, person, viewUrl }: DeskContext): Html {
  const { contact, request, stage } = lead;
  const kind = request.kind && kindLabels[request.kind].de;
  const assignee = assigneeOf(company, lead);
  const other = assignee && assignee.key !== person.key ? visible(assignee.name, 60) : undefined;
  const what = briefly(lead, 110) ?? noteToShow(lead);
  return html`
<li><a class="row" href="${viewUrl(lead.id)}"><span class="top"><strong>${whoseRequest(lead)}</strong><span class="${isAlarm(lead) ? 'stage alarm' : 'stage'}">${spokenStages[stage]}</span></span>
<span>${[visible(contact.city, 60), kind].filter(Boolean).join(' · ')}</span>${
    what
      ? html`
<span class="words-of">${what}</span>`
      : ''
  }
<span class="quiet">${turnInWords(lead, company, now, other)} ${words.since(shortDay(lead.capturedAt, now, company))}</span></a></li>`;
}

/** Who it is, how he is reached, and how often he asked. */
/** @param url where the row leads; default: to his page. */
export function personRow(person: Person, url = contactUrl(person.key)): Html {
  const { name, company, emails, phones, leads } = person;
  const [phone] = phones;
  const [newest] = leads;
  const reach = [phone && phoneOf(phone)?.text, visible(emails[0], 80)].filter(Boolean);
  const place = newest && addressOf(newest);
  return html`
<li><a class="row" href="${url}"><span class="top"><strong>${whoIs({ name, phone: phone?.phone, email: emails[0] })}</strong></span>
${[visible(company, 80), place].filter(Boolean).map((line) => html`<span>${line}</span>`)}
<span class="quiet">${[...reach, words.requestCount(leads.length)].join(' · ')}</span></a></li>`;
}
