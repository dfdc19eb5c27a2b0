/** Everybody who asked, the latest first, a page at a time. */
import { html } from 'hono/html';
import type { Person } from '../../domain/lead/persons.ts';
import type { LeadSummary } from '../../domain/lead/summary.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { phoneOf, whoIs } from '../lead-text.ts';
import type { Html } from '../page/page.ts';
import { visible } from '../visitor-text.ts';
import { contactsWords as words } from '../words/desk/contacts.ts';
import { shortDay } from '../words/moments.ts';
import { spokenStages } from '../words/stages.ts';
import type { DeskContext } from './desk-context.ts';
import { contactUrl, deskPlaces } from './places.ts';
import { personRow, searchForm } from './search-page.ts';

/** A person in the list, as his newest request tells. */
export interface ContactRow
  extends Pick<LeadSummary, 'name' | 'phone' | 'phoneE164' | 'email' | 'city' | 'stage'> {
  readonly key: string;
  readonly requests: number;
  /** When he, or somebody with his request, last did something. */
  readonly at: Moment;
}

interface Contacts {
  readonly typed: string;
  /** Who fits what was typed. */
  readonly persons?: readonly Person[] | undefined;
  readonly rows?: readonly ContactRow[] | undefined;
  /** Where the next page begins. */
  readonly before?: Moment | undefined;
}

export function contactsPage(
  { typed, persons, rows = [], before }: Contacts,
  context: DeskContext,
): Promise<string> {
  const body = html`<h1>${words.title}</h1>
${searchForm(typed, deskPlaces.contacts)}
<div id="found" data-live>${persons ? found(typed, persons) : lately(rows, before, context)}</div>`;
  return context.frame({ title: words.title, body, style: '' });
}

function found(typed: string, persons: readonly Person[]): Html {
  return persons.length === 0
    ? html`<p role="status"><strong>${words.nothing(visible(typed, 60) ?? '')}</strong></p>`
    : html`<p class="quiet" role="status">${words.count(persons.length)}</p><ul class="rows dense">${persons.map((person) => personRow(person))}</ul>`;
}

function lately(rows: readonly ContactRow[], before: Moment | undefined, context: DeskContext): Html {
  if (rows.length === 0) return html`<p class="quiet">${words.none}</p>`;
  const older = before === undefined ? '' : `${deskPlaces.contacts}?${new URLSearchParams({ before })}`;
  return html`<h2>${words.lately}</h2><ul class="rows dense">${rows.map((row) => contactRow(row, context))}</ul>
${older ? html`<p class="pages"><a class="button second" href="${older}">${words.older}</a></p>` : ''}`;
}

function contactRow(row: ContactRow, { company, now }: DeskContext): Html {
  const { key, name, phone, phoneE164, email, city, stage, requests, at } = row;
  const reach = [visible(city, 60), phoneOf({ phone, phoneE164 })?.text ?? visible(email, 80)];
  return html`
<li><a class="row" href="${contactUrl(key)}"><span class="top"><strong>${whoIs({ name, phone, email })}</strong><span class="stage">${spokenStages[stage]}</span></span>
<span>${reach.filter(Boolean).join(' · ')}</span>
<span class="quiet">${words.requestCount(requests)}, ${words.lastOn(shortDay(at, now, company))}</span></a></li>`;
}
