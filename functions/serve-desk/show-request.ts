import type { LeadStore } from '../../domain/ports/lead-store.ts';
import { leadPage } from '../../views/page/lead-page.ts';
import { gonePage } from '../../views/page/notice-pages.ts';
import { type FindMailDeps, showMail } from '../shared/steps/find-mail.ts';
import { deskResponse } from './desk-response.ts';
import type { DeskPage } from './desk-route.ts';

interface ShowRequestDeps extends FindMailDeps {
  readonly leads: FindMailDeps['leads'] & Pick<LeadStore, 'load'>;
}

/** One request; with `?mail=`, a mail or a file of it. */
export const showRequest: DeskPage<ShowRequestDeps> = async (request, deps, context) => {
  const lead = await deps.leads.load(request.pathParameters.id ?? '');
  if (!lead) return deskResponse(404, await gonePage(context));
  if (request.query.has('mail')) return showMail(lead, request.query, deps);
  return deskResponse(200, await leadPage(lead, context));
};
