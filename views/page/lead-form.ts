/** The form on our own page, fresh or shown again with what was wrong. It needs no script; one proves and helps. */
import { html } from 'hono/html';
import type { Company } from '../../domain/business/company.ts';
import { ownFieldNames } from '../../domain/capture/own-form.ts';
import type { Language } from '../../domain/lead/contact.ts';
import { kinds } from '../../domain/lead/request-kind.ts';
import { dial } from '../dial.ts';
import { consentWording } from '../words/consent-wording.ts';
import type { FieldMessage } from '../words/field-faults.ts';
import { leadFormWords } from '../words/lead-form.ts';
import { formScriptName } from './form-script.ts';
import { type Html, page } from './page.ts';
import { formStyle } from './style.ts';

export interface LeadForm {
  readonly company: Company;
  readonly language: Language;
  /** Makes a form that is sent twice one lead. */
  readonly submissionId: string;
  /** What shows when it was rendered, and the work that a browser proves or has proven. Absent: it shows nothing. */
  readonly seal?: ShownSeal | undefined;
  /** Values by field names of the contract; what the form does not ask for is carried along unseen. */
  readonly values: readonly { readonly name: string; readonly value: string }[];
  readonly errors?: readonly FieldMessage[] | undefined;
  /** Why the form is shown again although nothing in it is wrong. */
  readonly notice?: { readonly title: string; readonly text: string } | undefined;
}

/** All of it may come back from a browser, so none of it is believed here. */
export interface ShownSeal {
  readonly rendered: string;
  readonly challenge?: string | undefined;
  /** What a browser proved already for this form. */
  readonly proof?: string | undefined;
}

/** Where the script of the form is. Its name changes with what it does, so browsers keep it. */
const formScriptPath = `/assets/${formScriptName}`;

/**
 * Most bytes of all files together. A request has 4 MB with everything, text and the frame of each file too; larger ones are
 * not sent at all, so that nobody waits for minutes to be refused.
 */
export const maxFilesBytes = 3_900_000;

/** Pictures as phones take them, and documents. Only a hint for the dialogue: what else comes is kept. */
const usualFiles = 'image/*,.heic,.heif,application/pdf';

/** What the form asks for; all other values travel in hidden fields. */
const asked = [
  'kind',
  'message',
  'urgency',
  'name',
  'phone',
  'email',
  'address',
  'postcode',
  'city',
  'consent',
];
/** Set by the form itself. */
const own = ['submissionId', 'language', 'website', ...Object.values(ownFieldNames)];

/** The page with the form. */
export function leadFormPage(form: LeadForm): Promise<string> {
  const { company, language } = form;
  const text = leadFormWords[language];
  return page({
    language,
    title: text.title,
    company,
    style: formStyle,
    body: html`<h1>${text.title}</h1>
<p>${text.intro}</p>
<p class="quiet">${text.call} ${phoneLink(company.phone)}</p>
${form.notice ? html`<div class="notice alarm" role="alert"><strong>${form.notice.title}</strong><p>${form.notice.text}</p></div>` : ''}
${faultList(form)}
${leadForm(form)}
<p class="quiet"><a href="/?lang=${language === 'de' ? 'en' : 'de'}" hreflang="${language === 'de' ? 'en' : 'de'}">${text.other}</a></p>`,
  });
}

function leadForm(form: LeadForm): Html {
  const { company, language, submissionId } = form;
  const text = leadFormWords[language];
  const value = (name: string) => form.values.find((one) => one.name === name)?.value ?? '';
  const address = ['address', 'postcode', 'city'];
  const addressOpen = address.some((name) => value(name) !== '' || faultOf(form, name) !== undefined);
  const emergencyPhone = company.emergencyPhone ?? company.phone;
  return html`<form class="sheet" method="post" action="/leads" enctype="multipart/form-data" accept-charset="utf-8" data-own>
<input type="hidden" name="submissionId" value="${submissionId}">
<input type="hidden" name="language" value="${language}">
${form.values.filter(({ name, value }) => isCarried(name, value)).map((one) => html`<input type="hidden" name="${one.name}" value="${one.value}">`)}
${sealFields(form.seal)}
<fieldset id="kind">
<legend>${text.kind}</legend>
<div class="chips">
${kinds.map((kind) => html`<label class="chip"><input type="radio" name="kind" value="${kind}"${value('kind') === kind ? html` checked` : ''}><span>${text.kinds[kind]}</span></label>`)}
</div>
${faultNote(form, 'kind')}
</fieldset>
<div class="field">
<label for="message">${text.message} <small>${text.messageHint}</small></label>
<textarea id="message" name="message" rows="5" maxlength="10000"${faultMark(form, 'message')}>
${value('message')}</textarea>
${faultNote(form, 'message')}
</div>
<label class="tick urgent"><input type="checkbox" name="urgency" value="now"${value('urgency') === 'now' ? html` checked` : ''}><span><strong>${text.urgent}</strong><span class="quiet">${company.emergency.nightService ? text.urgentHint : text.urgentHintByDay}</span></span></label>
${faultNote(form, 'urgency')}
<p class="quiet">${text.emergency} ${phoneLink(emergencyPhone)}</p>
<h2>${text.reach}</h2>
<p class="quiet">${text.reachHint}</p>
${input(form, 'name', text.name, { autocomplete: 'name', maxlength: 200 })}
${input(form, 'phone', text.phone, { type: 'tel', autocomplete: 'tel' })}
${input(form, 'email', text.email, { type: 'email', autocomplete: 'email' })}
<details${addressOpen ? html` open` : ''}>
<summary>${text.address} <small>(${text.optional})</small></summary>
${input(form, 'address', text.street, { autocomplete: 'street-address' })}
<div class="pair">
${input(form, 'postcode', text.postcode, { autocomplete: 'postal-code', inputmode: 'numeric' })}
${input(form, 'city', text.city, { autocomplete: 'address-level2' })}
</div>
</details>
${fileField(language)}
<div class="away" aria-hidden="true"><label>${text.honeypot} <input name="${ownFieldNames.well}" tabindex="-1" autocomplete="off"></label></div>
<label class="tick"><input type="checkbox" name="consent" value="true"${value('consent') === 'true' ? html` checked` : ''}><span class="quiet">${value('consentWording') || consentWording(company, language)}</span></label>
<button>${text.send}</button>
<p class="quiet">${text.privacy} <a href="${company.privacyUrl}" target="_blank" rel="noopener">${text.privacyLink}</a></p>
</form>
${form.seal ? html`<script src="${formScriptPath}" defer></script>` : ''}`;
}

/** A proof that was given counts for the form as it is shown again. */
function sealFields(seal: ShownSeal | undefined): Html | string {
  if (!seal) return '';
  const { rendered, challenge, proof } = seal;
  return html`<input type="hidden" name="${ownFieldNames.rendered}" value="${rendered}">
<input type="hidden" name="${ownFieldNames.proof}" value="${proof ?? ''}"${proof === undefined && challenge !== undefined ? html` data-challenge="${challenge}"` : ''}>`;
}

/** After all fields with text: of a request that is too large, what stands before the files can still be read. */
function fileField(language: Language): Html {
  const { files, filesHint, filesTooLarge } = leadFormWords[language];
  return html`<div class="field">
<label for="files">${files} <small>${filesHint}</small></label>
<input id="files" name="files" type="file" multiple accept="${usualFiles}" aria-describedby="files-fault" data-most="${maxFilesBytes}" data-too-large="${filesTooLarge('{name}')}">
<p class="fault" id="files-fault" role="alert"></p>
</div>`;
}

/** A choice of urgency that the form does not offer is carried along; ticking the box counts more. */
function isCarried(name: string, value: string): boolean {
  return name === 'urgency' ? value !== 'now' : !asked.includes(name) && !own.includes(name);
}

interface InputOptions {
  readonly type?: 'tel' | 'email';
  readonly autocomplete: string;
  readonly inputmode?: 'numeric';
  readonly maxlength?: number;
}

function input(form: LeadForm, name: string, label: string, options: InputOptions): Html {
  const value = form.values.find((one) => one.name === name)?.value ?? '';
  const { type = 'text', autocomplete, inputmode, maxlength } = options;
  return html`<div class="field">
<label for="${name}">${label}</label>
<input id="${name}" name="${name}" type="${type}" autocomplete="${autocomplete}" value="${value}"${inputmode ? html` inputmode="${inputmode}"` : ''}${maxlength ? html` maxlength="${maxlength}"` : ''}${faultMark(form, name)}>
${faultNote(form, name)}
</div>`;
}

const faultOf = ({ errors = [] }: LeadForm, name: string): string | undefined =>
  errors.find(({ field }) => field === name)?.message;

const faultMark = (form: LeadForm, name: string) =>
  faultOf(form, name) ? html` aria-invalid="true" aria-describedby="${name}-fault"` : '';

function faultNote(form: LeadForm, name: string): Html | string {
  const message = faultOf(form, name);
  return message ? html`<p class="fault" id="${name}-fault">${message}</p>` : '';
}

/** Every message once, at the top: a screen reader begins there, and some fields are out of sight. */
function faultList({ errors = [], language }: LeadForm): Html | string {
  if (errors.length === 0) return '';
  const distinct = [...new Set(errors.map(({ message }) => message))].map((message) => {
    const fields = errors.filter((error) => error.message === message).map(({ field }) => field);
    const label = fields.length === 1 ? labelOf(fields[0] ?? '', language) : undefined;
    return { anchor: fields[0], text: label === undefined ? message : `${label}: ${message}` };
  });
  return html`<div class="notice alarm" role="alert">
<strong>${leadFormWords[language].faults}</strong>
<ul>${distinct.map(({ anchor, text }) => html`<li><a href="#${anchor}">${text}</a></li>`)}</ul>
</div>`;
}

function labelOf(field: string, language: Language): string | undefined {
  const { name, phone, email, message, kind, street, postcode, city } = leadFormWords[language];
  const labels: Record<string, string> = {
    name,
    phone,
    email,
    message,
    kind,
    address: street,
    postcode,
    city,
  };
  return labels[field];
}

const phoneLink = (phone: string) => html`<a href="${dial(phone) ?? ''}">${phone}</a>`;
