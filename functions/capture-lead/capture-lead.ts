import { recognise } from '../../domain/capture/recognise.ts';
import { fieldMessages } from '../../views/words/field-faults.ts';
import { keptWords } from '../../views/words/kept-words.ts';
import { onlyByPost } from '../../views/words/problems.ts';
import type { HttpRequest, HttpResponse } from '../shared/http-message.ts';
import { problemResponse } from '../shared/problem.ts';
import { readBody } from '../shared/read-body.ts';
import { accepted, notStored, refused, unreadable } from './answers.ts';
import { preflight, withCors } from './cors.ts';
import { type CaptureLeadDeps, keepForm, keepSpam } from './keep-form.ts';

/**
 * `POST /leads`: a form of any make becomes a stored lead with a running workflow. Answers 200 once the submission is
 * kept, as a lead or in the queue to the store, and not before; whatever fails after that is repaired by the reconciler.
 * What could not be kept is answered with 503, and stays with its sender.
 */
export async function captureLead(request: HttpRequest, deps: CaptureLeadDeps): Promise<HttpResponse> {
  const { company } = deps;
  if (request.method === 'OPTIONS') return preflight(request, company);
  if (request.method !== 'POST') {
    return problemResponse(405, onlyByPost, { allow: 'POST, OPTIONS' });
  }
  return withCors(request, company, await capture(request, deps));
}

async function capture(request: HttpRequest, deps: CaptureLeadDeps): Promise<HttpResponse> {
  const { company } = deps;
  const body = await readBody(request.headers['content-type'], request.body);
  if ('unreadable' in body) return unreadable(request, body.unreadable);
  const now = deps.clock.now();
  const page = request.headers.referer;
  const reads = /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : undefined;
  const words = keptWords(company);
  const recognised = recognise(body.fields, { company, now, by: 'customer', page, reads, words });
  if ('errors' in recognised) {
    const { entered } = recognised;
    const errors = fieldMessages(recognised.errors, entered.language);
    return refused(request, company, { errors, entered, freshId: deps.ids.newLeadId() });
  }
  const { submission, entered } = recognised;
  const lead = submission.spam
    ? await keepSpam(submission, now, deps)
    : await keepForm(submission, now, request.sourceIp, deps);
  return lead
    ? accepted(request, company, lead, submission.redirect)
    : notStored(request, company, { entered, freshId: deps.ids.newLeadId() });
}
