import { leadUrl } from '../../views/desk/places.ts';
import { gonePage } from '../../views/page/notice-pages.ts';
import { type Done, doneWords } from '../../views/words/desk/request.ts';
import { type FindMailDeps, showMail } from '../shared/steps/find-mail.ts';
import { deskResponse, seeOther } from './desk-response.ts';
import type { DeskPage } from './desk-route.ts';
import { type RequestDeps, renderRequest } from './render-request.ts';

const isDone = (done: string | null): done is Done => done !== null && Object.hasOwn(doneWords, done);

/** One request; with `?mail=`, a mail or a file of it. */
export const showRequest: DeskPage<RequestDeps & FindMailDeps> = async (request, deps, context) => {
  const lead = await deps.leads.load(request.pathParameters.id ?? '');
  if (!lead) return deskResponse(404, await gonePage(context));
  if (request.query.has('mail')) return showMail(lead, request.query, deps);
  const done = request.query.get('done');
  return renderRequest(200, lead, { done: isDone(done) ? done : undefined }, deps, context);
};

/** Whoever loads a page again that a form led to. */
export const backToRequest: DeskPage<unknown> = async ({ pathParameters }) =>
  seeOther(leadUrl(pathParameters.id ?? ''));
