/** The mails and files that the page of a lead links to. */

import type { Company } from '../../../domain/business/company.ts';
import type { LeadEvent } from '../../../domain/lead/event.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { filesOf, keptWith, mailOf } from '../../../domain/lead/mail-files.ts';
import type { LeadStore } from '../../../domain/ports/lead-store.ts';
import type { MailFiles } from '../../../domain/ports/mail-files.ts';
import { noFilePage } from '../../../views/page/notice-pages.ts';
import { htmlResponse } from '../http-handler.ts';
import type { HttpResponse } from '../http-message.ts';

export interface FindMailDeps {
  readonly leads: Pick<LeadStore, 'loadArchive'>;
  readonly mailFiles: Pick<MailFiles, 'fileLink' | 'rawLink'>;
  readonly company: Company;
}

/** Leads to a mail or file of this lead: the address it leads to holds for minutes. */
export async function showMail(
  lead: Lead,
  query: URLSearchParams,
  deps: FindMailDeps,
): Promise<HttpResponse> {
  const location = await findMail(lead, query, deps);
  if (location === undefined) return htmlResponse(404, await noFilePage(deps));
  return {
    status: 302,
    headers: { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' },
    body: '',
  };
}

/**
 * Where a browser gets what the query asks for, for minutes.
 * @returns `undefined`: this lead has no such mail or file.
 */
async function findMail(
  lead: Lead,
  query: URLSearchParams,
  { leads, mailFiles }: FindMailDeps,
): Promise<string | undefined> {
  const wanted = query.get('mail');
  const find = (events: readonly LeadEvent[]) => events.find((event) => keptWith(event)?.id === wanted);
  const event = find(lead.timeline) ?? find(await leads.loadArchive(lead.id));
  const kept = event && keptWith(event);
  if (!kept) return undefined;
  // Behind the files of a form there is no mail.
  if (query.has('raw')) return mailOf(event) && mailFiles.rawLink(kept.id);
  const file = filesOf(kept).find(({ index }) => String(index) === query.get('file'));
  return file && mailFiles.fileLink(kept.id, file);
}
