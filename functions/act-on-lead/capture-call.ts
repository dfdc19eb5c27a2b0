/** The owner notes a phone call: a short form, and a new lead like any other. */
import { createHash } from 'node:crypto';
import { html } from 'hono/html';
import type { Company } from '../../domain/company.ts';
import { readMessage } from '../../domain/key-words.ts';
import type { Contact, Lead, Request } from '../../domain/lead.ts';
import { brandOf } from '../../domain/mail/footer.ts';
import type { Clock, Ids, LeadStore, Workflow } from '../../domain/ports.ts';
import type { Log } from '../shared/logger.ts';
import type { Metrics } from '../shared/metrics.ts';
import { addLead, beginFirstTimer, newLead } from '../shared/new-lead.ts';
import { page } from '../shared/page.ts';
import { type Attempt, fieldList } from './form-page.ts';
import { leadStyle } from './page-parts.ts';
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
} from './questions.ts';

export interface CaptureCallDeps {
  readonly leads: Pick<LeadStore, 'add' | 'load'>;
  readonly workflow: Workflow;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly company: Company;
  readonly metrics: Metrics;
  readonly log: Log;
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
 * Stores the call as a new lead and starts its workflow, which may fail without harm: the reconciler starts it.
 * @returns the lead and whether it is new, or the form again with what is wrong.
 */
export async function captureCall(
  form: URLSearchParams,
  deps: CaptureCallDeps,
): Promise<{ readonly lead: Lead; readonly created: boolean } | { readonly again: Promise<string> }> {
  const now = deps.clock.now();
  const read = readAnswers(fieldsOf({ company: deps.company, now }), form);
  const again = (faults: ReadonlyMap<string, string>) => ({
    again: callForm(deps, form.get('submissionId') ?? deps.ids.newLeadId(), { form, faults }),
  });
  if ('faults' in read) return again(read.faults);
  const { phone, email } = read.answers;
  if (phone === undefined && email === undefined) {
    return again(new Map([['phone', 'Bitte eine Telefonnummer oder E-Mail-Adresse eingeben.']]));
  }
  const lead = callLead(read.answers, deps.ids.newLeadId(), deps.company, now);
  const { leadId, created } = await addLead(deps, lead, submissionOf(read.answers, form));
  const stored = created ? lead : await deps.leads.load(leadId);
  if (!stored) return { lead, created };
  await beginFirstTimer(deps, stored);
  return { lead: stored, created };
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

function callLead(answers: Answers, id: string, company: Company, now: string): Lead {
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
  return newLead(
    { type: 'capture', id, contact, request, source: 'phone', attribution: { utm: {} }, by: 'owner' },
    now,
    company,
  );
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
<form method="post">
<input type="hidden" name="submissionId" value="${submissionId}">
${fieldList(fieldsOf({ company, now: clock.now() }), attempt)}
<button>Anfrage anlegen</button>
</form>`,
  });
}
