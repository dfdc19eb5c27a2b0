/** Two persons that are one: which other, and what becomes of both. */
import { html } from 'hono/html';
import type { Person } from '../../domain/lead/persons.ts';
import { phoneOf } from '../lead-text.ts';
import type { Html } from '../page/page.ts';
import { visible } from '../visitor-text.ts';
import { joinWords as words } from '../words/desk/contacts.ts';
import { nameOf } from './contact-page.ts';
import type { DeskContext } from './desk-context.ts';
import { contactUrl, joinUrl } from './places.ts';
import { personRow, searchForm } from './search-page.ts';

interface Pick {
  readonly person: Person;
  readonly typed: string;
  readonly others: readonly Person[];
}

export function pickOtherPage({ person, typed, others }: Pick, context: DeskContext): Promise<string> {
  const url = joinUrl(person.key);
  const withOther = ({ key }: Person) => `${url}?${new URLSearchParams({ with: key })}`;
  const title = words.title(nameOf(person));
  const results =
    others.length === 0
      ? html`<p class="quiet" role="status">${typed === '' ? '' : words.nobody}</p>`
      : html`<ul class="rows dense">${others.map((one) => personRow(one, withOther(one)))}</ul>`;
  const body = html`<h1>${title}</h1><p class="quiet">${words.why}</p>
<h2>${words.pick}</h2>${searchForm(typed, url)}
<div id="found" data-live>${results}</div>
<p><a class="leave" href="${contactUrl(person.key)}">${words.back}</a></p>`;
  return context.frame({ title, body, style: '' });
}

/** Nothing has happened yet. */
export function joinPreviewPage(person: Person, other: Person, context: DeskContext): Promise<string> {
  const leads = new Set([...person.leads, ...other.leads].map(({ id }) => id));
  const isOne = leads.size < person.leads.length + other.leads.length;
  const ways = [...new Set([...waysOf(person), ...waysOf(other)])];
  const back = html`<p><a class="leave" href="${contactUrl(person.key)}">${words.back}</a></p>`;
  const body = html`<h1>${words.preview}</h1>
<ul class="rows dense">${[person, other].map((one) => personRow(one))}</ul>
${
  isOne
    ? html`<p>${words.already}</p>${back}`
    : html`<div class="sheet"><h2>${words.becomes}</h2><ul class="lines"><li>${words.kept(leads.size)}</li>
<li>${words.ways} <strong>${ways.join(', ')}</strong></li><li>${words.stops}</li><li>${words.final}</li></ul></div>
<form method="post" action="${joinUrl(person.key)}"><input type="hidden" name="with" value="${other.key}"><button>${words.button}</button></form>
${back}`
}`;
  return context.frame({ title: words.preview, body, style: '' });
}

const waysOf = ({ phones, emails }: Person): (string | Html)[] => [
  ...phones.flatMap((phone) => phoneOf(phone)?.text ?? []),
  ...emails.flatMap((email) => visible(email, 120) ?? []),
];
