/** The mails and files that the page of a lead links to. */

import type { LeadEvent } from '../../domain/lead/event.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { filesOf, mailOf } from '../../domain/lead/mail-files.ts';
import type { LeadStore } from '../../domain/ports/lead-store.ts';
import type { MailFiles } from '../../domain/ports/mail-files.ts';

export interface FindMailDeps {
  readonly leads: Pick<LeadStore, 'loadArchive'>;
  readonly mailFiles: Pick<MailFiles, 'fileLink' | 'rawLink'>;
}

/**
 * Where a browser gets what the query asks for, for minutes.
 * @returns `undefined`: this lead has no such mail or file.
 */
export async function findMail(
  lead: Lead,
  query: URLSearchParams,
  { leads, mailFiles }: FindMailDeps,
): Promise<string | undefined> {
  const wanted = query.get('mail');
  const find = (events: readonly LeadEvent[]) => events.map(mailOf).find((mail) => mail?.id === wanted);
  const mail = find(lead.timeline) ?? find(await leads.loadArchive(lead.id));
  if (!mail) return undefined;
  if (query.has('raw')) return mailFiles.rawLink(mail.id);
  const file = filesOf(mail).find(({ index }) => String(index) === query.get('file'));
  return file && mailFiles.fileLink(mail.id, file);
}
