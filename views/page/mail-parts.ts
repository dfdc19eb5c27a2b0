/** Mails that came in about a lead, on its page: what they say, the pictures first, and the way to the originals. */
import { html } from 'hono/html';
import type { LeadEvent } from '../../domain/lead/event.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { MailReference } from '../../domain/lead/origin.ts';
import type { LeadStore } from '../../domain/ports/lead-store.ts';
import type { MailFiles } from '../../domain/ports/mail-files.ts';
import { visible } from '../visitor-text.ts';
import type { Html } from './page.ts';

/** The mail an event came by. */
export function mailOf(event: LeadEvent): MailReference | undefined {
  return 'mail' in event && typeof event.mail === 'object' ? event.mail : undefined;
}

const isPicture = ({ contentType }: MailReference['files'][number]): boolean =>
  contentType.startsWith('image/');

/** Files of a mail with a virus are not offered. */
function filesOf(mail: MailReference): MailReference['files'] {
  if (mail.flags?.includes('virus')) return [];
  return mail.files.toSorted((one, other) => Number(isPicture(other)) - Number(isPicture(one)));
}

/** As people read it: `1,2 MB`, `340 KB`. */
function size(bytes: number): string {
  if (bytes >= 1_000_000) return `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`;
  return `${Math.max(1, Math.round(bytes / 1_000))} KB`;
}

/** Relative to the page of the lead, whose signed address is the permission. */
const address = (mail: MailReference, part: string): string => `?mail=${encodeURIComponent(mail.id)}&${part}`;

/** The files of a mail and its original, as links. */
export function mailLinks(mail: MailReference): Html {
  const files = filesOf(mail).map((file) => {
    const mark = isPicture(file) ? '📷 ' : '📎 ';
    return html`<br><a href="${address(mail, `file=${file.index}`)}">${mark}${visible(file.name, 80) ?? 'Datei'}</a> (${size(file.bytes)})`;
  });
  const blocked = mail.flags?.includes('virus')
    ? html`<br>Mit Virusverdacht: Anhänge werden nicht angeboten.`
    : '';
  return html`${files}${blocked}<br><a href="${address(mail, 'raw=1')}">Originalnachricht</a>`;
}

/** Everything that was sent as a file, the pictures first: what the damage looks like is worth the first look. */
export function attachments(lead: Lead): Html | '' {
  const mails = lead.timeline.map(mailOf).filter((mail) => mail !== undefined);
  const offered = mails.flatMap((mail) => filesOf(mail).map((file) => ({ mail, file })));
  if (offered.length === 0) return '';
  const sorted = offered.toSorted(
    (one, other) => Number(isPicture(other.file)) - Number(isPicture(one.file)),
  );
  return html`<h2>Fotos und Anhänge</h2><div class="list">${sorted.map(
    ({ mail, file }) =>
      html`<a class="button second" href="${address(mail, `file=${file.index}`)}">${isPicture(file) ? '📷' : '📎'} ${visible(file.name, 80) ?? 'Datei'} · ${size(file.bytes)}</a>`,
  )}</div>`;
}

/** Where a browser gets what the page of this lead links to; `undefined`: this lead has no such mail or file. */
export async function whereIs(
  lead: Lead,
  query: URLSearchParams,
  {
    mailFiles,
    leads,
  }: { mailFiles: Pick<MailFiles, 'fileLink' | 'rawLink'>; leads: Pick<LeadStore, 'loadArchive'> },
): Promise<string | undefined> {
  const wanted = query.get('mail');
  const find = (events: readonly LeadEvent[]) => events.map(mailOf).find((mail) => mail?.id === wanted);
  const mail = find(lead.timeline) ?? find(await leads.loadArchive(lead.id));
  if (!mail) return undefined;
  if (query.has('raw')) return mailFiles.rawLink(mail.id);
  const file = filesOf(mail).find(({ index }) => String(index) === query.get('file'));
  return file && mailFiles.fileLink(mail.id, file);
}
