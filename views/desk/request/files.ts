/** Photos and files of a request: what the damage looks like is worth the first look. */
import { html } from 'hono/html';
import type { LeadEvent } from '../../../domain/lead/event.ts';
import {
  fileAddress,
  fileButtons,
  lostNotice,
  nameOf,
  type OfferedFile,
  offeredFiles,
} from '../../page/mail-parts.ts';
import type { Html } from '../../page/page.ts';
import { leadPageWords as words } from '../../words/lead-page.ts';

/** What every browser shows; phones' own formats it downloads. */
const shownTypes: readonly string[] = ['image/jpeg', 'image/png', 'image/gif', 'image/webp'];

export const isShown = ({ file }: OfferedFile): boolean => shownTypes.includes(file.contentType);

/** @param page the address of the page of the lead. */
export function files(events: readonly LeadEvent[], page: string): Html | '' {
  const offered = offeredFiles([...events]);
  const lost = lostNotice([...events]);
  if (offered.length === 0 && lost === '') return '';
  const shown = offered.filter(isShown);
  const others = offered.filter((one) => !isShown(one));
  return html`<h2>${words.files}</h2>${lost}
${shown.length > 0 ? html`<ul class="photos">${shown.map((one) => photo(one, page))}</ul>` : ''}
${others.length > 0 ? fileButtons(others, page) : ''}`;
}

const photo = (one: OfferedFile, page: string): Html =>
  html`<li><a href="${fileAddress(one, page)}"><img src="${fileAddress(one, page)}" alt="${nameOf(one.file)}" loading="lazy" width="160" height="120"></a></li>`;
