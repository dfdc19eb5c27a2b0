/** What came in about a lead by mail or with a form, on its page: the pictures first, and the way to the originals. */
import { html } from 'hono/html';
import type { Lead } from '../../domain/lead/lead.ts';
import {
  filesOf,
  hasVirus,
  type KeptFiles,
  keptWith,
  lostFiles,
  type MailFile,
  mailOf,
} from '../../domain/lead/mail-files.ts';
import { visible } from '../visitor-text.ts';
import { leadPageWords as words } from '../words/lead-page.ts';
import type { Html } from './page.ts';

const isPicture = ({ contentType }: MailFile): boolean => contentType.startsWith('image/');

/** For sorting: what the damage looks like is worth the first look. */
const picturesFirst = (one: MailFile, other: MailFile) => Number(isPicture(other)) - Number(isPicture(one));

/** As people read it: `1,2 MB`, `340 KB`. */
export function sizeInWords(bytes: number): string {
  if (bytes >= 1_000_000) return `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`;
  return `${Math.max(1, Math.round(bytes / 1_000))} KB`;
}

const mark = (file: MailFile) => (isPicture(file) ? '📷' : '📎');
export const nameOf = (file: MailFile) => visible(file.name, 80) ?? words.file;

/** @param page the address of the page of the lead; empty: it is this one, whose signed address is the permission. */
const address = (kept: KeptFiles, part: string, page: string): string =>
  `${page}?mail=${encodeURIComponent(kept.id)}&${part}`;

/** What an event brought, as links below what tells of it: files, and of a mail the original. */
export function linksBelow(event: Lead['timeline'][number], page = ''): Html {
  return html`${linksOf(event, page).map((link) => html`<br>${link}`)}`;
}

/** The same of what something came by which is no lead yet. */
export function mailFiles({ timeline }: Lead): Html | '' {
  const first = timeline.find((event) => keptWith(event) !== undefined);
  return first ? html`${linksOf(first, '').map((link) => html`<p>${link}</p>`)}` : '';
}

function linksOf(event: Lead['timeline'][number], page: string): (Html | string)[] {
  const kept = keptWith(event);
  if (!kept) return [];
  const files = filesOf(kept)
    .toSorted(picturesFirst)
    .map(
      (file) =>
        html`<a href="${address(kept, `file=${file.index}`, page)}">${mark(file)} ${nameOf(file)}</a> (${sizeInWords(file.bytes)})`,
    );
  const blocked = hasVirus(kept) ? [words.virus] : [];
  const original = mailOf(event)
    ? [html`<a href="${address(kept, 'raw=1', page)}">${words.original}</a>`]
    : [];
  return [...files, ...blocked, ...original];
}

/** A file that was sent, and what it came with. */
export interface OfferedFile {
  readonly kept: KeptFiles;
  readonly file: MailFile;
}

/** Everything that was sent as a file and may be opened, the pictures first. */
export function offeredFiles(events: Lead['timeline']): readonly OfferedFile[] {
  const offered = new Map(
    events
      .map(keptWith)
      .filter((kept) => kept !== undefined)
      .flatMap((kept) => filesOf(kept).map((file) => [`${kept.id}/${file.index}`, { kept, file }])),
  );
  return [...offered.values()].toSorted((one, other) => picturesFirst(one.file, other.file));
}

/** Where it is opened. */
export const fileAddress = ({ kept, file }: OfferedFile, page: string): string =>
  address(kept, `file=${file.index}`, page);

/** Everything that was sent as a file, and what of it is missing. */
export function attachments({ timeline }: Lead): Html | '' {
  const offered = offeredFiles(timeline);
  const lost = lostNotice(timeline);
  if (offered.length === 0 && lost === '') return '';
  return html`<h2>${words.files}</h2>${lost}${fileButtons(offered, '')}`;
}

export function lostNotice(events: Lead['timeline']): Html | '' {
  const lost = lostFiles(events).map((name) => visible(name, 80) ?? words.file);
  return lost.length > 0 ? html`<div class="notice"><p>${words.lost(lost)}</p></div>` : '';
}

export const fileButtons = (files: readonly OfferedFile[], page: string): Html =>
  html`<div class="list">${files.map(
    (one) =>
      html`<a class="button second" href="${fileAddress(one, page)}">${mark(one.file)} ${nameOf(one.file)} · ${sizeInWords(one.file.bytes)}</a>`,
  )}</div>`;
