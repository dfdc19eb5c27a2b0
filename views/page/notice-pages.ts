/** Pages without a lead: the link does not hold, or there is nothing behind it any more. */
import { html } from 'hono/html';
import { brandOf, type Company } from '../../domain/business/company.ts';
import { dial } from '../lead-text.ts';
import { page } from './page.ts';

/** Forged, damaged, cut off by a mail program, or too old: nothing tells which, and nothing tells about what. */
export function forbiddenPage(company: Company): Promise<string> {
  return page({
    language: 'de',
    title: 'Dieser Link gilt nicht',
    brand: brandOf(company),
    body: html`<h1>Dieser Link gilt nicht</h1>
<p>Er ist abgelaufen oder unvollständig angekommen. Bitte nehmen Sie den Link aus der neuesten E-Mail.</p>
<p class="quiet" lang="en">This link is not valid. It has expired or is not complete.</p>
<p><a href="${dial(company.phone) ?? company.website}">${company.phone}</a></p>`,
  });
}

/** The request was deleted after its time. */
export function gonePage(company: Company): Promise<string> {
  return page({
    language: 'de',
    title: 'Diese Anfrage gibt es nicht mehr',
    brand: brandOf(company),
    body: html`<h1>Diese Anfrage gibt es nicht mehr</h1>
<p>Ihre Daten wurden nach Ablauf der Frist gelöscht.</p>`,
  });
}

/** The mail was deleted after its time, or never belonged here. */
export function noFilePage(company: Company): Promise<string> {
  return page({
    language: 'de',
    title: 'Diese Datei gibt es nicht',
    brand: brandOf(company),
    body: html`<h1>Diese Datei gibt es nicht</h1>
<p>Sie gehört nicht zu dieser Anfrage, oder sie wird wegen Virusverdachts nicht angeboten.</p>`,
  });
}
