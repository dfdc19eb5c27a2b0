/** The lists of a digest as they are now, and longer than a mail can show them. Changes nothing. */
import type { LeadSummary } from '../../../domain/lead/summary.ts';
import type { LeadStore } from '../../../domain/ports/lead-store.ts';
import { newsSince } from '../../../domain/report/digest.ts';
import { beginOwnDigest, isHisTurn } from '../../../domain/report/digest-readers.ts';
import type { PageContext } from '../../../views/page/lead-parts.ts';
import { requestsPage } from '../../../views/page/requests-page.ts';
import { htmlResponse } from '../http-handler.ts';
import type { HttpResponse } from '../http-message.ts';

export interface ListRequestsDeps {
  readonly leads: Pick<LeadStore, 'eachOpen' | 'eachInAftercare' | 'listClosed'>;
}

export async function listRequests({ leads }: ListRequestsDeps, context: PageContext): Promise<HttpResponse> {
  const { company, now, person } = context;
  const reader = { to: [], ...(person && { person }) };
  const isHis = (lead: LeadSummary) => isHisTurn(company, reader, lead, now);
  const closed = await leads.listClosed(newsSince(company, now, undefined), now);
  const draft = beginOwnDigest(reader, { won: [], closed, company, now });
  for await (const lead of leads.eachOpen()) draft.add(lead);
  for await (const lead of leads.eachInAftercare()) draft.add(lead);
  return htmlResponse(200, await requestsPage({ sections: draft.done().sections, isHis }, context));
}
