/** The owner notes a phone call: a short form, and a new lead like any other. */
import { createHash } from 'node:crypto';
import type { CapturedSubmission } from '../../domain/capture/captured-submission.ts';
import { readMessage } from '../../domain/capture/key-words.ts';
import type { Contact } from '../../domain/lead/contact.ts';
import {
  type AnswerFault,
  type Answers,
  callQuestions,
  type QuestionName,
} from '../../domain/lead/questions.ts';
import type { Request } from '../../domain/lead/request.ts';
import type { Ids } from '../../domain/ports/ids.ts';
import { type KeepSubmissionDeps, type KeptSubmission, keepSubmission } from '../shared/keep-submission.ts';
import { readAnswers, readHeardPhone } from './read-answers.ts';

export interface CaptureCallDeps extends KeepSubmissionDeps {
  readonly ids: Ids;
}

/** What became of a call; `faults`: what is wrong with the answers, `not-stored`: the owner keeps it. */
type Captured = KeptSubmission | { readonly faults: ReadonlyMap<QuestionName, AnswerFault> } | 'not-stored';

/** Keeps the call as a new lead with its workflow, in the queue if it cannot be stored now. */
export async function captureCall(form: URLSearchParams, deps: CaptureCallDeps): Promise<Captured> {
  const read = readAnswers(callQuestions, form, deps.company, { phone: readHeardPhone });
  if ('faults' in read) return read;
  const { phone, email } = read.answers;
  if (phone === undefined && email === undefined) {
    return { faults: new Map([['phone', 'no-way-to-call-back']]) };
  }
  const leadId = deps.ids.newLeadId();
  const capturedAt = deps.clock.now();
  const keys = submissionOf(read.answers, form);
  try {
    return await keepSubmission(
      { schemaVersion: 1, leadId, capturedAt, keys, facts: factsOf(read.answers) },
      deps,
    );
  } catch (error) {
    deps.log.error('Call neither stored nor queued, the owner keeps it', error, { leadId });
    return 'not-stored';
  }
}

/**
 * The same form sent twice is one lead. With the browser's "back" and another caller it is another one, although the
 * hidden id is the same: so the content belongs to the key.
 */
function submissionOf(answers: Answers, form: URLSearchParams) {
  const contentHash = createHash('sha256').update(JSON.stringify(answers)).digest('hex');
  const shownId = /^[0-9A-Z]{10}$/.exec(form.get('submissionId') ?? '')?.[0];
  return { contentHash, ...(shownId !== undefined && { submissionId: `call-${shownId}-${contentHash}` }) };
}

function factsOf(answers: Answers): CapturedSubmission['facts'] {
  const { name, email, phone, phoneE164, city, message = '', urgency = 'planned' } = answers;
  const said = readMessage(message);
  const contact: Contact = {
    language: 'de',
    ...(name !== undefined && { name }),
    ...(email !== undefined && { email }),
    ...(phone !== undefined && { phone }),
    ...(phoneE164 !== undefined && { phoneE164 }),
    ...(city !== undefined && { city }),
  };
  const request: Request = {
    message,
    urgency,
    gas: said.gas,
    extra: [],
    ...(said.kind && { kind: said.kind }),
    ...(said.kindWord !== undefined && { kindWord: said.kindWord }),
  };
  return { contact, request, source: 'phone', attribution: { utm: {} }, by: 'owner' };
}
