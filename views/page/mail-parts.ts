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
const nameOf = (file: MailFile) => visible(file.name, 80) ?? words.file;

/** Relative to the page of the lead, whose signed address is the permission. */
const address = (kept: KeptFiles, part: string): string => `?mail=${encodeURIComponent(kept.id)}&${part}`;

/** What an event brought, as links below what tells of it: files, and of a mail the original. */
export function linksBelow(event: Lead['timeline'][number]): Html {
  return html`${linksOf(event).map((link) => html`<br>${link}`)}`;
}

/** The same of what something came by which is no lead yet. */
export function mailFiles({ timeline }: Lead): Html | '' {
  const first = timeline.find((event) => keptWith(event) !== undefined);
  return first ? html`${linksOf(first).map((link) => html`<p>${link}</p>`)}` : '';
}

function linksOf(event: Lead['timeline'][number]): (Html | string)[] {
  const kept = keptWith(event);
  if (!kept) return [];
  const files = filesOf(kept)
    .toSorted(picturesFirst)
    .map(
      (file) =>
        html`<a href="${address(kept, `file=${file.index}`)}">${mark(file)} ${nameOf(file)}</a> (${sizeInWords(file.bytes)})`,
    );
  const blocked = hasVirus(kept) ? [words.virus] : [];
  const original = mailOf(event) ? [html`<a href="${address(kept, 'raw=1')}">${words.original}</a>`] : [];
  return [...files, ...blocked, ...original];
}

/** Everything that was sent as a file, and what of it is missing. */
export function attachments(lead: Lead): Html | '' {
  const offered = new Map(
    lead.timeline
      .map(keptWith)
      .filter((kept) => kept !== undefined)
      .flatMap((kept) => filesOf(kept).map((file) => [`${kept.id}/${file.index}`, { kept, file }])),
  );
  const lost = lostFiles(lead.timeline).map((name) => visible(name, 80) ?? words.file);
  if (offered.size === 0 && lost.length === 0) return '';
  return html`<h2>${words.files}</h2>${lost.length > 0 ? html`<div class="notice"><p>${words.lost(lost)}</p></div>` : ''}<div class="list">${[
    ...offered.values(),
  ]
    .toSorted((one, other) => picturesFirst(one.file, other.file))
    .map(
      ({ kept, file }) =>
        html`<a class="button second" href="${address(kept, `file=${file.index}`)}">${mark(file)} ${nameOf(file)} · ${sizeInWords(file.bytes)}</a>`,
    )}</div>`;
}
