/** One person: all requests, and every way to reach him. */
import { html } from 'hono/html';
import { mayDo } from '../../domain/business/recipients.ts';
import type { Person } from '../../domain/lead/persons.ts';
import { isClosed } from '../../domain/lead/stages.ts';
import type { Suppression } from '../../domain/ports/contact-store.ts';
import { addressOf, mapUrl, phoneOf, whoIs } from '../lead-text.ts';
import type { Html } from '../page/page.ts';
import { visible } from '../visitor-text.ts';
import { suppressedInWords, contactWords as words } from '../words/desk/contacts.ts';
import { shortDay } from '../words/moments.ts';
import type { DeskContext } from './desk-context.ts';
import { joinUrl } from './places.ts';
import { requestRow } from './search-page.ts';

export interface ShownPerson extends Person {
  readonly suppressed: readonly { readonly email: string; readonly suppression: Suppression }[];
  readonly more: boolean;
}

export function contactPage(
  person: ShownPerson,
  context: DeskContext,
  { joined }: { readonly joined: boolean },
): Promise<string> {
  const { leads, more } = person;
  const open = leads.filter(({ stage }) => !isClosed(stage));
  const closed = leads.filter(({ stage }) => isClosed(stage));
  const name = nameOf(person);
  const rows = (some: typeof leads) =>
    html`<ul class="rows">${some.map((lead) => requestRow(lead, context))}</ul>`;
  const body = html`<h1>${name}</h1>
${joined ? html`<div class="notice" role="status"><p>${words.joined}</p></div>` : ''}
<div class="columns sides"><section aria-labelledby="reach"><h2 id="reach" class="away">${words.reach}</h2>${waysOf(person, context)}</section>
<section class="beside" aria-labelledby="open"><h2 id="open">${words.open}</h2>
${open.length === 0 ? html`<p class="quiet">${words.noOpen}</p>` : rows(open)}
${closed.length === 0 ? '' : html`<h2>${words.closed}</h2>${rows(closed)}`}
${more ? html`<p class="quiet">${words.more}</p>` : ''}</section>
<div>${mayDo(context.person, 'merge') ? html`<p><a class="leave" href="${joinUrl(person.key)}">${words.join}</a></p>` : ''}
<p class="quiet">${words.later}</p></div></div>`;
  return context.frame({ title: name, body, style: '' });
}

/** What to call him; a request without a name tells at least how he is reached. */
export const nameOf = ({ name, company, phones: [phone], emails: [email] }: Person): string =>
  name === undefined && company !== undefined
    ? (visible(company, 80) ?? words.unknown)
    : whoIs({ name, phone: phone?.phone, email });

function waysOf(person: ShownPerson, context: DeskContext): Html {
  const { phones, emails, places, company, name, leads } = person;
  const dials = phones.flatMap((phone) => phoneOf(phone) ?? []);
  const [first] = dials;
  const day = (moment: string) => shortDay(moment, context.now, context.company);
  const addresses = places.flatMap((place) => addressOf({ contact: { ...place, language: 'de' } }) ?? []);
  const firstAsked = leads.at(-1)?.capturedAt;
  const rows: (readonly [string, Html | string])[] = [
    ...(company !== undefined && name !== undefined
      ? [[words.company, visible(company, 80) ?? ''] as const]
      : []),
    ...dials.map(({ text, url }) => [words.phones, url ? html`<a href="${url}">${text}</a>` : text] as const),
    ...emails.map((email) => [words.emails, emailOf(email, person, day)] as const),
    ...addresses.map(
      (address) =>
        [words.places, html`<a href="${mapUrl(address)}" rel="noreferrer">${address}</a>`] as const,
    ),
    ...(firstAsked === undefined ? [] : [[words.since, day(firstAsked)] as const]),
  ];
  return html`<div class="sheet">
${dials.length + emails.length === 0 ? html`<p class="quiet">${words.noWay}</p>` : ''}
${first?.url ? html`<p><a class="button" href="${first.url}">${words.call(first.text)}</a></p>` : ''}
<dl>${rows.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl></div>`;
}

function emailOf(email: string, { suppressed }: ShownPerson, day: (moment: string) => string): Html {
  const barred = suppressed.find((one) => one.email === email)?.suppression;
  const shown = visible(email, 120) ?? '';
  return html`<a href="mailto:${encodeURIComponent(email)}">${shown}</a>${barred ? html`<br><small class="quiet">${suppressedInWords[barred.reason](day(barred.at))}</small>` : ''}`;
}
