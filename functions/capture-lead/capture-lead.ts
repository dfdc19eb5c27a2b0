import type { Company } from '../../domain/business/company.ts';
import type { Field } from '../../domain/capture/form-fields.ts';
import { takeOwnAnswers } from '../../domain/capture/own-form.ts';
import { splitPeople } from '../../domain/capture/people.ts';
import { type RecogniseContext, recognise, type Submission } from '../../domain/capture/recognise.ts';
import { isSuspicious } from '../../domain/capture/suspicion.ts';
import type { SuspicionSign } from '../../domain/lead/origin.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { fieldMessages } from '../../views/words/field-faults.ts';
import { keptWords } from '../../views/words/kept-words.ts';
import { onlyByPost } from '../../views/words/problems.ts';
import type { FormFile } from '../shared/form-files.ts';
import type { HttpRequest, HttpResponse } from '../shared/http-message.ts';
import { asUnread } from '../shared/keep-form-aside.ts';
import { problemResponse } from '../shared/problem.ts';
import { type Body, readBody } from '../shared/read-body.ts';
import { accepted, notStored, refused, tooLarge, unreadable } from './answers.ts';
import { preflight, withCors } from './cors.ts';
import { judgeForm } from './judge-form.ts';
import { type CaptureLeadDeps, keepAside, keepForm, keepUntouched } from './keep-form.ts';
import { sealAgain } from './seal-again.ts';

/**
 * `POST /leads`: a form of any make becomes a stored lead with a running workflow. Answers 200 once the submission is
 * kept, as a lead or in the queue to the store, and not before; whatever fails after that is repaired by the reconciler.
 * What could not be kept is answered with 503, and stays with its sender. What is refused lies aside for the owner.
 */
export async function captureLead(request: HttpRequest, deps: CaptureLeadDeps): Promise<HttpResponse> {
  const { company } = deps;
  if (request.method === 'OPTIONS') return preflight(request, company);
  if (request.method !== 'POST') {
    return problemResponse(405, onlyByPost, { allow: 'POST, OPTIONS' });
  }
  return withCors(request, company, await capture(request, deps));
}

/** Whatever our own rules fall over, a word or a shape: what was sent is not lost with them. */
async function capture(request: HttpRequest, deps: CaptureLeadDeps): Promise<HttpResponse> {
  const context = contextOf(request, deps.company, deps.clock.now());
  try {
    return await readAndKeep(request, context, deps);
  } catch (error) {
    deps.log.error('Form not understood, it is kept as it came', error);
    await keepUntouched(request.body, context, deps);
    return unreadable(request, 400, deps.company);
  }
}

async function readAndKeep(
  request: HttpRequest,
  context: RecogniseContext,
  deps: CaptureLeadDeps,
): Promise<HttpResponse> {
  const { 'content-type': contentType, 'content-encoding': contentEncoding } = request.headers;
  const body = await readBody(contentType, request.body, contentEncoding);
  if ('unreadable' in body) return answerUnread(request, body, context, deps);
  const answers: HttpResponse[] = [];
  for (const [place, fields] of splitPeople(body.fields).entries()) {
    // Files of a list say of nobody whose they are.
    const files = place === 0 ? body.files : [];
    answers.push(await captureOne({ fields, files }, context, request, deps));
  }
  return answerForAll(answers);
}

/** Most bodies are about one. Of several, what is not stored must come again, and one who is stored answers for all. */
function answerForAll(answers: readonly HttpResponse[]): HttpResponse {
  const [first] = answers;
  const answer =
    answers.find(({ status }) => status >= 500) ?? answers.find(({ status }) => status < 400) ?? first;
  if (!answer) throw new Error('A body is about nobody');
  return answer;
}

/** What a form says about one person. */
async function captureOne(
  { fields: sent, files }: { readonly fields: readonly Field[]; readonly files: readonly FormFile[] },
  context: RecogniseContext,
  request: HttpRequest,
  deps: CaptureLeadDeps,
): Promise<HttpResponse> {
  const { company, now } = context;
  const { fields, own } = takeOwnAnswers(sent);
  const recognised = recognise(fields, context);
  if ('errors' in recognised) {
    const { entered } = recognised;
    const all = recognise(fields, { ...context, refusesNothing: true });
    // A probe, or a button that was pressed too early: nobody said anything.
    if ('submission' in all && saysAnything(all.submission)) {
      await keepAside({ submission: all.submission, files }, 'unreachable', now, deps);
    }
    const errors = fieldMessages(recognised.errors, entered.language);
    const shown = await sealAgain(request, entered, own, deps);
    return refused(request, company, { errors, files, ...shown });
  }
  const { entered } = recognised;
  const { proof, signs } = await judgeForm(
    recognised.submission,
    own,
    { now, sourceIp: request.sourceIp },
    deps,
  );
  const submission = { ...recognised.submission, ...(proof && { proof }) };
  const suspicion = signs.length > 0 && { suspicion: signs };
  const kept = isRobot(submission, signs)
    ? await keepAside({ submission: { ...submission, ...suspicion }, files }, 'robot', now, deps)
    : await keepForm({ submission, files }, now, request.sourceIp, deps);
  return kept
    ? accepted(request, company, kept, submission.redirect, deps.clock.now())
    : notStored(request, company, { files, ...(await sealAgain(request, entered, own, deps)) });
}

/** Keeps what arrived for the owner. Whoever only sent too large files gets his form again. */
async function answerUnread(
  request: HttpRequest,
  { unreadable: status, fields: written }: Extract<Body, { unreadable: number }>,
  context: RecogniseContext,
  deps: CaptureLeadDeps,
): Promise<HttpResponse> {
  const { fields, own } = takeOwnAnswers(written ?? []);
  const submission = asUnread(written ? fields : request.body, context);
  await keepAside({ submission, files: [] }, 'unread-form', context.now, deps);
  if (!written) return unreadable(request, status, deps.company);
  const { entered } = recognise(fields, { ...context, refusesNothing: true });
  return tooLarge(request, deps.company, await sealAgain(request, entered, own, deps));
}

function contextOf({ headers }: HttpRequest, company: Company, now: Moment): RecogniseContext {
  const reads = /^\s*en\b/i.test(headers['accept-language'] ?? '') ? 'en' : undefined;
  return { company, now, by: 'customer', page: headers.referer, reads, words: keptWords(company) };
}

const saysAnything = ({ contact, request }: Submission): boolean =>
  [contact.name, contact.address, request.message, request.installation].some(Boolean) ||
  request.extra.length > 0;

/** What cannot wait rings, whoever filled it in. */
const isRobot = ({ spam, request }: Submission, signs: readonly SuspicionSign[]): boolean =>
  (spam && request.urgency !== 'now') || isSuspicious(signs, request);
