/** The owner notes a phone call: a short form, and a new lead like any other. */

import { createHash } from 'node:crypto';
import type { Company } from '../../../domain/business/company.ts';
import type { CapturedSubmission } from '../../../domain/capture/captured-submission.ts';
import { normaliseEmail } from '../../../domain/capture/contact-data.ts';
import { readMessage } from '../../../domain/capture/key-words.ts';
import { withPlaceIn } from '../../../domain/capture/place-in-message.ts';
import { readFacts } from '../../../domain/inbound/facts.ts';
import { visitOf } from '../../../domain/lead/action-form.ts';
import type { Refusal } from '../../../domain/lead/command.ts';
import type { Contact } from '../../../domain/lead/contact.ts';
import { visitFault } from '../../../domain/lead/dates.ts';
import { given } from '../../../domain/lead/draft.ts';
import {
  type AnswerFault,
  type Answers,
  callQuestions,
  callVisitQuestions,
  type QuestionName,
  usualVisitMinutes,
} from '../../../domain/lead/questions.ts';
import type { Request } from '../../../domain/lead/request.ts';
import type { LeadSummary } from '../../../domain/lead/summary.ts';
import type { Ids } from '../../../domain/ports/ids.ts';
import type { Moment } from '../../../domain/time/moment.ts';
import { type KnownCaller, newRequest } from '../../../views/page/known-caller.ts';
import type { PageContext } from '../../../views/page/lead-parts.ts';
import type { WarnedVisit } from '../../../views/page/warned-visit.ts';
import type { Change } from '../change-lead.ts';
import { type KeepSubmissionDeps, type KeptSubmission, keepSubmission } from '../keep-submission.ts';
import type { LeadsOfPersonDeps } from '../leads-of-person.ts';
import { type WarnOfVisitDeps, warnOfVisit } from '../warn-of-visit.ts';
import { type AddCallDeps, addCall } from './add-call.ts';
import { knownCaller } from './known-caller.ts';
import { readAnswers, readHeardPhone } from './read-answers.ts';

export interface CaptureCallDeps extends KeepSubmissionDeps, WarnOfVisitDeps {
  readonly leads: KeepSubmissionDeps['leads'] & WarnOfVisitDeps['leads'];
  readonly ids: Ids;
  readonly contacts: LeadsOfPersonDeps['contacts'] & AddCallDeps['contacts'];
}

/** What became of a call; `faults`: what is wrong with the answers, `not-stored`: the owner keeps it. */
type Captured = KeptSubmission | CallFaults | CallWarnings | CallOfKnown | AddedCall | 'not-stored';
interface CallFaults {
  readonly faults: ReadonlyMap<QuestionName, AnswerFault | Refusal>;
}
/** Whoever calls has something open: nothing is kept until it is said whether the call belongs to it. */
interface CallOfKnown {
  readonly known: KnownCaller;
}
/** It was put down on a request that is open. */
interface AddedCall {
  readonly change: Change;
}
/** Something speaks against the date of the visit: nothing is kept until it is sent once more. */
interface CallWarnings {
  readonly warned: WarnedVisit;
}
type CallVisit = NonNullable<ReturnType<typeof visitOf>>;

/**
 * Keeps the call as a new lead with its workflow, in the queue if it cannot be stored now.
 * @param context with the person whose link it is; without one: nobody knows.
 */
export async function captureCall(
  form: URLSearchParams,
  context: PageContext,
  deps: CaptureCallDeps,
): Promise<Captured> {
  const author = context.person;
  const questions = [...callQuestions, ...callVisitQuestions];
  const read = readAnswers(questions, withAddressInPlace(form), deps.company, { phone: readHeardPhone });
  if ('faults' in read) return read;
  const answers = withPhoneFromWords(read.answers, deps.company);
  const { phone, email, note } = answers;
  // Who notes something only for himself knows whom he means.
  if (phone === undefined && email === undefined && note === undefined) {
    const isEmpty = answers.name === undefined && answers.message === undefined;
    return { faults: new Map([['phone', isEmpty ? 'nothing-said' : 'no-way-to-call-back']]) };
  }
  // An emergency must not be noted as a project because somebody was in a hurry.
  if (answers.message !== undefined && answers.urgency === undefined) {
    return { faults: new Map([['urgency', 'empty']]) };
  }
  const leadId = deps.ids.newLeadId();
  const capturedAt = deps.clock.now();
  const agreed = visitIn(answers, capturedAt, deps.company);
  if ('faults' in agreed) return agreed;
  // Sent twice it is one call: its own visit does not speak against it.
  const isSame = (other: LeadSummary) => !whoCalled.some((field) => other[field] !== answers[field]);
  const known = form.has('asksKnown') ? await knownCaller(phone ?? '', deps, context) : undefined;
  const belongs = known?.open.find(({ id }) => id === form.get('belongs'));
  if (known && known.open.length > 0 && !belongs && form.get('belongs') !== newRequest) return { known };
  const warned = await warnOfVisit(
    agreed.visit,
    form.get('despite'),
    (other) => other.id === belongs?.id || isSame(other),
    deps,
    context,
  );
  if (warned) return { warned };
  const keys = submissionOf(answers, form);
  if (belongs) {
    const key = keys.submissionId ?? keys.contentHash;
    return {
      change: await addCall(belongs, { answers, visit: agreed.visit, key, person: author?.name }, deps),
    };
  }
  const facts = { ...factsOf(answers, deps.company), ...given({ person: author?.name }) };
  // Who is called out sees only what is his. An emergency is everybody's until one takes it.
  const isHis = author?.role === 'staff' && facts.request.urgency !== 'now';
  const call = given({ assignedTo: isHis ? author.email : undefined, note, visit: agreed.visit });
  try {
    return await keepSubmission(
      {
        schemaVersion: 1,
        leadId,
        capturedAt,
        keys,
        facts,
        ...(Object.keys(call).length > 0 && { call }),
      },
      deps,
    );
  } catch (error) {
    deps.log.error('Call neither stored nor queued, the owner keeps it', error, { leadId });
    return 'not-stored';
  }
}

/** Whoever gives an address instead of a number may have it written where the number is asked for. */
function withAddressInPlace(form: URLSearchParams): URLSearchParams {
  const typed = form.get('phone') ?? '';
  if (form.get('email')?.trim() || !normaliseEmail(typed)) return form;
  const sorted = new URLSearchParams(form);
  sorted.set('email', typed);
  sorted.delete('phone');
  return sorted;
}

const whoCalled = ['name', 'phone', 'email'] as const;

/** Whoever writes down what he hears puts the number where he is writing. */
function withPhoneFromWords(answers: Answers, company: Company): Answers {
  if (answers.phone !== undefined) return answers;
  const said = [answers.note, answers.message].filter((text) => text !== undefined).join('\n');
  const [first] = readFacts(said, company).phones;
  return first ? { ...answers, ...first } : answers;
}

/** A visit that was agreed on in the call: with its date and its time, or none. */
function visitIn(
  answers: Answers,
  now: Moment,
  company: Company,
): { readonly visit?: CallVisit | undefined } | CallFaults {
  const { date, time } = answers;
  if (date === undefined && time === undefined) return {};
  if (time === undefined) return { faults: new Map([['time', 'empty']]) };
  if (date === undefined) return { faults: new Map([['date', 'empty']]) };
  const visit = visitOf({ durationMinutes: usualVisitMinutes, ...answers }, company);
  const fault = visit && visitFault(visit.startsAt, { now, company });
  return fault ? { faults: new Map([['date', fault]]) } : { visit };
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

function factsOf(answers: Answers, company: Company): CapturedSubmission['facts'] {
  const { name, email, phone, phoneE164, address, postcode, city } = answers;
  const { message, source = 'phone' } = answers;
  const said = readMessage(message ?? '');
  // Nobody said: water in the cellar rings all the same.
  const urgency = answers.urgency ?? readMessage(answers.note ?? '').urgency ?? 'planned';
  const typed: Contact = {
    language: 'de',
    ...(name !== undefined && { name }),
    ...(email !== undefined && { email }),
    ...(phone !== undefined && { phone }),
    ...(phoneE164 !== undefined && { phoneE164 }),
    ...(address !== undefined && { address }),
    ...(postcode !== undefined && { postcode }),
    ...(city !== undefined && { city }),
  };
  const request: Request = {
    ...(message !== undefined && { message }),
    urgency,
    gas: said.gas,
    extra: [],
    ...given({ kind: answers.kind ?? said.kind }),
    ...(said.kindWord !== undefined && { kindWord: said.kindWord }),
  };
  const contact = withPlaceIn(message, typed, company);
  return { contact, request, source, attribution: { utm: {} }, by: 'owner' };
}
