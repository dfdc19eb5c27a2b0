/** Mails that came in about a lead, on its page: what they say, the pictures first, and the way to the originals. */
import { html } from 'hono/html';
import type { Lead } from '../../domain/lead/lead.ts';
import { filesOf, firstMail, hasVirus, type MailFile, mailOf } from '../../domain/lead/mail-files.ts';
import type { MailReference } from '../../domain/lead/origin.ts';
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
const address = (mail: MailReference, part: string): string => `?mail=${encodeURIComponent(mail.id)}&${part}`;

/** The files of a mail and its original, as links below what tells of it. */
export function mailLinks(mail: MailReference): Html {
  return html`${linksOf(mail).map((link) => html`<br>${link}`)}`;
}

/** The same of the mail that something came by which is no lead yet. */
export function mailFiles({ timeline }: Lead): Html | '' {
  const mail = firstMail(timeline);
  return mail ? html`${linksOf(mail).map((link) => html`<p>${link}</p>`)}` : '';
}

function linksOf(mail: MailReference): (Html | string)[] {
  const files = filesOf(mail)
    .toSorted(picturesFirst)
    .map(
      (file) =>
        html`<a href="${address(mail, `file=${file.index}`)}">${mark(file)} ${nameOf(file)}</a> (${sizeInWords(file.bytes)})`,
    );
  const blocked = hasVirus(mail) ? [words.virus] : [];
  return [...files, ...blocked, html`<a href="${address(mail, 'raw=1')}">${words.original}</a>`];
}

/** Everything that was sent as a file. */
export function attachments(lead: Lead): Html | '' {
  const mails = lead.timeline.map(mailOf).filter((mail) => mail !== undefined);
  const offered = mails.flatMap((mail) => filesOf(mail).map((file) => ({ mail, file })));
  if (offered.length === 0) return '';
  return html`<h2>${words.files}</h2><div class="list">${offered
    .toSorted((one, other) => picturesFirst(one.file, other.file))
    .map(
      ({ mail, file }) =>
        html`<a class="button second" href="${address(mail, `file=${file.index}`)}">${mark(file)} ${nameOf(file)} · ${sizeInWords(file.bytes)}</a>`,
    )}</div>`;
}
