/** All mails that were kept aside in the last 30 days, each with the link that makes a lead of it. Changes nothing. */
import type { IntakeLog } from '../../../domain/ports/intake-log.ts';
import type { LeadStore } from '../../../domain/ports/lead-store.ts';
import { type NotedMail, notedMails } from '../../../domain/report/noted-mails.ts';
import { addDuration, compareMoments } from '../../../domain/time/local-time.ts';
import type { PageContext } from '../../../views/page/lead-parts.ts';
import { notedMailsPage } from '../../../views/page/noted-mails-page.ts';
import { htmlResponse } from '../http-handler.ts';
import type { HttpRequest, HttpResponse } from '../http-message.ts';

export interface ListNotedMailsDeps {
  readonly leads: Pick<LeadStore, 'load'>;
  readonly intake: Pick<IntakeLog, 'listSince'>;
}

/** As long as they are kept. */
const listedBack = '-P30D';
/** Of each the store is asked whether it is a lead by now. */
const perPage = 50;

export async function listNotedMails(
  { query }: HttpRequest,
  { leads, intake }: ListNotedMailsDeps,
  context: PageContext,
): Promise<HttpResponse> {
  const { now, rescueUrl } = context;
  const all = notedMails(await intake.listSince(addDuration(now, listedBack))).toSorted(newestFirst);
  const from = Math.min(Math.max(Math.trunc(Number(query.get('from'))) || 0, 0), all.length);
  const rows = await Promise.all(
    all.slice(from, from + perPage).map(async (mail) => {
      const { asideId } = mail;
      if (asideId === undefined) return { mail };
      const rescued = mail.settled === 'rescued' || (await leads.load(asideId)) !== undefined;
      const url = rescued ? context.viewUrl(asideId) : rescueUrl(asideId);
      return { mail, url, rescued };
    }),
  );
  const older = from + perPage < all.length ? from + perPage : undefined;
  return htmlResponse(200, await notedMailsPage({ rows, older }, context));
}

const newestFirst = (one: NotedMail, other: NotedMail) => compareMoments(other.receivedAt, one.receivedAt);
