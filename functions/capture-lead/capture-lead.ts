import { takeOwnAnswers } from '../../domain/capture/own-form.ts';
import { recognise } from '../../domain/capture/recognise.ts';
import { isSuspicious } from '../../domain/capture/suspicion.ts';
import { fieldMessages } from '../../views/words/field-faults.ts';
import { keptWords } from '../../views/words/kept-words.ts';
import { onlyByPost } from '../../views/words/problems.ts';
import type { HttpRequest, HttpResponse } from '../shared/http-message.ts';
import { problemResponse } from '../shared/problem.ts';
import { readBody } from '../shared/read-body.ts';
import { accepted, notStored, refused, unreadable } from './answers.ts';
import { preflight, withCors } from './cors.ts';
import { judgeForm } from './judge-form.ts';
import { type CaptureLeadDeps, keepForm, keepSpam } from './keep-form.ts';
import { sealAgain } from './seal-again.ts';

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
  const { fields, own } = takeOwnAnswers(body.fields);
  const recognised = recognise(fields, { company, now, by: 'customer', page, reads, words });
  if ('errors' in recognised) {
    const { entered } = recognised;
    const errors = fieldMessages(recognised.errors, entered.language);
    return refused(request, company, { errors, ...(await sealAgain(request, entered, own, deps)) });
  }
  const { entered } = recognised;
  const { proof, signs } = await judgeForm(recognised.submission, own, now, deps);
  const submission = { ...recognised.submission, ...(proof && { proof }) };
  const lead =
    submission.spam || isSuspicious(signs, submission.request)
      ? await keepSpam({ ...submission, ...(signs.length > 0 && { suspicion: signs }) }, now, deps)
      : await keepForm(submission, now, deps);
  return lead
    ? accepted(request, company, lead, submission.redirect)
    : notStored(request, company, await sealAgain(request, entered, own, deps));
}
