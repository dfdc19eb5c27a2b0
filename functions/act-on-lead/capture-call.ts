/** The owner notes a phone call: a short form, and a new lead like any other. */
import { createHash } from 'node:crypto';
import { html } from 'hono/html';
import type { CapturedSubmission } from '../../domain/capture/captured-submission.ts';
import { readMessage } from '../../domain/capture/key-words.ts';
import type { Contact } from '../../domain/lead/contact.ts';
import type { Request } from '../../domain/lead/request.ts';
import type { Ids } from '../../domain/ports/ids.ts';
import { brandOf } from '../../views/mail/footer.ts';
import { type Attempt, fieldList } from '../../views/page/form-page.ts';
import { page } from '../../views/page/page.ts';
import { leadStyle } from '../../views/page/page-parts.ts';
import {
  type Answers,
  type AskContext,
  callerPhoneField,
  cityField,
  emailField,
  type Field,
  messageField,
  nameField,
  readAnswers,
  urgencyField,
} from '../../views/page/questions.ts';
import { type KeepSubmissionDeps, type KeptSubmission, keepSubmission } from '../shared/keep-submission.ts';

export interface CaptureCallDeps extends KeepSubmissionDeps {
  readonly ids: Ids;
}

const mayBeEmpty = (field: Field): Field => ({ ...field, remark: 'kann leer bleiben' });

/** In the order in which people say it on the phone. */
const fieldsOf = (context: AskContext): readonly Field[] => [
  callerPhoneField(context),
  mayBeEmpty(nameField(undefined, false)),
  messageField,
  urgencyField,
  mayBeEmpty(cityField),
  mayBeEmpty(emailField(undefined)),
];

/** The empty form. It carries an id of its own, so that two taps are one lead. */
export function callPage(deps: Pick<CaptureCallDeps, 'clock' | 'ids' | 'company'>): Promise<string> {
  return callForm(deps, deps.ids.newLeadId(), undefined);
}

/**
 * Keeps the call as a new lead with its workflow, in the queue if it cannot be stored now.
 * @returns what became of it, or the form again with what is wrong: 422 in what was typed, 503 with us.
 */
export async function captureCall(
  form: URLSearchParams,
  deps: CaptureCallDeps,
): Promise<KeptSubmission | { readonly again: Promise<string>; readonly status: 422 | 503 }> {
  const now = deps.clock.now();
  const read = readAnswers(fieldsOf({ company: deps.company, now }), form);
  const again = (status: 422 | 503, attempt: Omit<Attempt, 'form'>) => ({
    status,
    again: callForm(deps, form.get('submissionId') ?? deps.ids.newLeadId(), { form, ...attempt }),
  });
  if ('faults' in read) return again(422, { faults: read.faults });
  const { phone, email } = read.answers;
  if (phone === undefined && email === undefined) {
    return again(422, {
      faults: new Map([['phone', 'Bitte eine Telefonnummer oder E-Mail-Adresse eingeben.']]),
    });
  }
  const leadId = deps.ids.newLeadId();
  const keys = submissionOf(read.answers, form);
  try {
    return await keepSubmission(
      { schemaVersion: 1, leadId, capturedAt: now, keys, facts: factsOf(read.answers) },
      deps,
    );
  } catch (error) {
    deps.log.error('Call neither stored nor queued, the owner keeps it', error, { leadId });
    const refusal = 'Der Anruf ist noch nicht gespeichert. Bitte in einer Minute noch einmal versuchen.';
    return again(503, { faults: new Map(), refusal });
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

function callForm(
  { company, clock }: Pick<CaptureCallDeps, 'clock' | 'company'>,
  submissionId: string,
  attempt: Attempt | undefined,
): Promise<string> {
  return page({
    language: 'de',
    title: 'Anruf erfassen',
    brand: brandOf(company),
    style: leadStyle,
    body: html`<h1>Anruf erfassen</h1>
${attempt?.refusal ? html`<div class="notice alarm" role="alert"><p>${attempt.refusal}</p></div>` : ''}
<form method="post">
<input type="hidden" name="submissionId" value="${submissionId}">
${fieldList(fieldsOf({ company, now: clock.now() }), attempt)}
<button>Anfrage anlegen</button>
</form>`,
  });
}
