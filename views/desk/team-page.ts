/** The people of the business: a list for everybody, forms for the owner. */
import { html, raw } from 'hono/html';
import type { PersonField } from '../../domain/business/change-people.ts';
import type { Company } from '../../domain/business/company.ts';
import { type Callee, entryAt, everybody, isSameEmail, personAt } from '../../domain/business/people.ts';
import { localDate } from '../../domain/time/local-time.ts';
import { dial } from '../dial.ts';
import { alarmNotice } from '../page/field-markup.ts';
import type { Html } from '../page/page.ts';
import { visible } from '../visitor-text.ts';
import { personFault, roleHints, roleLabels, teamWords as words } from '../words/desk/team.ts';
import { formatDate } from '../words/format.ts';
import type { DeskContext } from './desk-context.ts';
import { passkeyList, type ShownPasskey, type ShownSession, sessionList } from './device-list.ts';
import { doneNotice } from './done-notice.ts';
import { newPersonUrl, personUrl } from './places.ts';

type Person = Company['people'][number];

const nameOf = ({ name, email }: Pick<Callee, 'name' | 'email'>): string => visible(name, 60) ?? email;

/** @param company as it is stored now. */
export function teamPage(company: Company, done: string | null, context: DeskContext): Promise<string> {
  const mayChange = context.person.role === 'owner';
  return context.frame({
    title: words.title,
    style: '',
    body: html`<div class="headline"><h1>${words.title}</h1>
${mayChange ? html`<a class="button second" href="${newPersonUrl}">${words.add}</a>` : ''}</div>
${doneNotice(done)}
<p class="quiet">${words.intro}${mayChange ? '' : ` ${words.onlyOwner}`}</p>
<ul class="people">${everybody(company).map((one) => personCard(one, company, context, mayChange))}</ul>`,
  });
}

function personCard(one: Callee, company: Company, { person, now }: DeskContext, mayChange: boolean): Html {
  const entry = entryAt(company.people, one.email);
  const name = nameOf(one);
  const isOwn = one.key === person.key;
  const facts = [
    roleLabels[one.role],
    ...(entry?.onCall ? [words.onCallShort] : []),
    ...(isOwn ? [words.you] : []),
  ];
  const absence = absenceInWords(company, entry, localDate(now, company.timeZone));
  const phone = entry?.phone;
  const tel = phone === undefined ? undefined : dial(phone);
  return html`<li class="sheet"><p><strong>${mayChange ? html`<a href="${personUrl(one.key)}">${name}</a>` : name}</strong><small>${facts.join(' · ')}</small></p>
${absence === undefined ? '' : html`<p class="quiet">${absence}</p>`}
<p class="ways">${tel === undefined ? (phone ?? '') : html`<a href="${tel}">${phone}</a>`} <a href="mailto:${one.email}">${one.email}</a></p></li>`;
}

function absenceInWords(company: Company, entry: Person | undefined, today: string): string | undefined {
  const { absent } = entry ?? {};
  if (!absent || absent.until < today) return undefined;
  const substitute = absent.substitute === undefined ? undefined : personAt(company, absent.substitute);
  const until = formatDate(absent.until, 'de');
  return absent.from <= today
    ? words.absentUntil(until, substitute && nameOf(substitute))
    : words.absentFrom(formatDate(absent.from, 'de'), until, substitute && nameOf(substitute));
}

/** A form as it was sent, and what is wrong with it. */
export interface PersonAttempt {
  readonly typed: URLSearchParams;
  readonly fields: readonly PersonField[];
  /** What no single field can mend. */
  readonly refused?: string | undefined;
}

export function newPersonPage(attempt: PersonAttempt | undefined, context: DeskContext): Promise<string> {
  return context.frame({
    title: words.addTitle,
    style: '',
    body: html`<h1>${words.addTitle}</h1>
${attempt?.refused === undefined ? '' : alarmNotice(attempt.refused)}
<form method="post" class="sheet">
${textField('name', words.name, { attempt, attributes: 'autocomplete="off" required maxlength="100"' })}
${textField('email', words.email, { attempt, attributes: 'type="email" inputmode="email" autocomplete="off" required maxlength="200"', hint: words.emailHint })}
${phoneField(attempt, undefined)}
${roleField(attempt, 'office')}
${onCallField(attempt, false)}
<button>${words.addButton}</button>
</form>`,
  });
}

interface ShownPerson {
  readonly one: Callee;
  /** As it is stored now. */
  readonly company: Company;
  /** What stood there when the page was shown. */
  readonly seen: string;
  readonly sessions: readonly ShownSession[];
  readonly passkeys: readonly ShownPasskey[];
  /** What was done a moment ago. */
  readonly done?: string | null;
  /** The form that was sent. */
  readonly attempt?: (PersonAttempt & { readonly form: 'details' | 'absence' }) | undefined;
}

export function personPage(shown: ShownPerson, context: DeskContext): Promise<string> {
  const { one, company, seen, sessions, passkeys, attempt } = shown;
  const entry = entryAt(company.people, one.email);
  const path = personUrl(one.key);
  const places = { company, now: context.now, action: `${path}/devices` };
  const details = attempt?.form === 'details' ? attempt : undefined;
  return context.frame({
    title: nameOf(one),
    style: '',
    body: html`<h1>${nameOf(one)}</h1>
<p class="quiet">${roleLabels[one.role]} · ${one.email}</p>
${doneNotice(shown.done)}
${attempt?.refused === undefined ? '' : alarmNotice(attempt.refused)}
<div class="columns">
<form method="post" action="${path}" class="sheet"><h2>${words.details}</h2>
<input type="hidden" name="seen" value="${seen}">
${textField('name', words.name, { attempt: details, initial: one.name, attributes: 'autocomplete="off" required maxlength="100"' })}
${phoneField(details, entry?.phone)}
${roleField(details, one.role)}
${onCallField(details, entry?.onCall ?? false)}
<button>${words.saveButton}</button>
</form>
<div>
${absenceForm(shown, entry, path)}
<section class="sheet" aria-labelledby="devices"><h2 id="devices">${words.devices}</h2>
${sessions.length + passkeys.length === 0 ? html`<p class="quiet">${words.noDevices}</p>` : ''}
${sessions.length > 0 ? sessionList(sessions, places) : ''}
${passkeys.length > 0 ? html`<h3>Passkeys</h3>${passkeyList(passkeys, places)}` : ''}
${sessions.length > 0 ? html`<form method="post" action="${path}/devices"><input type="hidden" name="session" value="all"><button class="button second">${words.endDevices}</button></form>` : ''}
</section>
<p><a class="leave" href="${path}/remove">${words.remove}</a></p>
</div></div>`,
  });
}

function absenceForm(shown: ShownPerson, entry: Person | undefined, path: string): Html {
  const { company, one, seen } = shown;
  const attempt = shown.attempt?.form === 'absence' ? shown.attempt : undefined;
  const { absent } = entry ?? {};
  const chosen = attempt?.typed.get('substitute') ?? absent?.substitute ?? '';
  const others = everybody(company).filter(({ key }) => key !== one.key);
  const day = (name: 'from' | 'until', label: string, initial: string | undefined) =>
    textField(name, label, { attempt, initial, attributes: 'type="date" required' });
  return html`<section class="sheet" aria-labelledby="absence"><h2 id="absence">${words.absence}</h2>
<form method="post" action="${path}/absence"><input type="hidden" name="seen" value="${seen}">
<div class="days">${day('from', words.from, absent?.from)}${day('until', words.until, absent?.until)}</div>
<div class="field"><label for="f-substitute">${words.substitute}</label><select id="f-substitute" name="substitute"${described('substitute', attempt)}>
<option value="">${words.nobody}</option>${others.map(
    (other) =>
      html`<option value="${other.email}"${isSameEmail(other.email, chosen) ? raw(' selected') : ''}>${nameOf(other)}</option>`,
  )}</select>${faultOf('substitute', attempt)}</div>
<p class="quiet">${words.absenceHint}</p>
<button class="button second">${words.absenceButton}</button></form>
${absent ? html`<form method="post" action="${path}/absence"><input type="hidden" name="seen" value="${seen}"><input type="hidden" name="end" value="1"><button class="button second">${words.absenceEnd}</button></form>` : ''}
</section>`;
}

interface Removal {
  readonly one: Callee;
  /** To whom the mails of the business go then, if they went to him alone. */
  readonly heir: Callee | undefined;
  readonly refused?: string | undefined;
}

export function removePersonPage({ one, heir, refused }: Removal, context: DeskContext): Promise<string> {
  const name = nameOf(one);
  const isOwn = one.key === context.person.key;
  return context.frame({
    title: words.removeTitle(name),
    style: '',
    body: html`<h1>${words.removeTitle(name)}</h1>
${refused === undefined ? '' : alarmNotice(refused)}
<p>${words.removeWhat}</p>
${heir ? html`<p>${words.removeHeir(nameOf(heir))}</p>` : ''}
<form method="post" class="sheet">
${isOwn ? html`<p><strong>${words.removeYourself}</strong></p><label class="tick"><input type="checkbox" name="myself" value="ja"><span>${words.removeYourselfTick}</span></label>` : ''}
<button class="button alarm">${words.removeButton}</button>
</form>
<p><a class="leave" href="${personUrl(one.key)}">${words.keep}</a></p>`,
  });
}

interface TextField {
  readonly attempt: PersonAttempt | undefined;
  readonly initial?: string | undefined;
  readonly hint?: string;
  readonly remark?: string;
  /** Markup of our own. */
  readonly attributes: string;
}

function textField(
  name: PersonField,
  label: string,
  { attempt, initial = '', hint, remark, attributes }: TextField,
): Html {
  const value = attempt ? (attempt.typed.get(name) ?? '') : initial;
  return html`<div class="field"><label for="f-${name}">${label}${remark === undefined ? '' : html` <small>(${remark})</small>`}</label>
<input id="f-${name}" name="${name}" value="${value}" ${raw(attributes)}${described(name, attempt, hint)}>
${hint === undefined ? '' : html`<p class="quiet" id="f-${name}-hint">${hint}</p>`}${faultOf(name, attempt)}</div>`;
}

const phoneField = (attempt: PersonAttempt | undefined, initial: string | undefined): Html =>
  textField('phone', words.phone, {
    attempt,
    initial,
    remark: words.optional,
    attributes: 'type="tel" inputmode="tel" autocomplete="off" maxlength="40"',
  });

function roleField(attempt: PersonAttempt | undefined, initial: Person['role']): Html {
  const chosen = attempt?.typed.get('role') ?? initial;
  const roles = Object.keys(roleLabels) as Person['role'][];
  return html`<fieldset${described('role', attempt)}><legend>${words.role}</legend>${roles.map(
    (role) =>
      html`<label class="tick"><input type="radio" name="role" value="${role}"${role === chosen ? raw(' checked') : ''}><span><strong>${roleLabels[role]}</strong>${roleHints[role]}</span></label>`,
  )}${faultOf('role', attempt)}</fieldset>`;
}

function onCallField(attempt: PersonAttempt | undefined, initial: boolean): Html {
  const ticked = attempt ? attempt.typed.has('onCall') : initial;
  return html`<label class="tick"><input type="checkbox" name="onCall" value="ja"${ticked ? raw(' checked') : ''}><span>${words.onCall}</span></label>`;
}

const isWrong = (field: PersonField, attempt: PersonAttempt | undefined): boolean =>
  attempt?.fields.includes(field) ?? false;

function described(field: PersonField, attempt: PersonAttempt | undefined, hint?: string): Html {
  const wrong = isWrong(field, attempt);
  const told = [...(hint === undefined ? [] : [`f-${field}-hint`]), ...(wrong ? [`f-${field}-fault`] : [])];
  return html`${told.length > 0 ? html` aria-describedby="${told.join(' ')}"` : ''}${wrong ? raw(' aria-invalid="true"') : ''}`;
}

const faultOf = (field: PersonField, attempt: PersonAttempt | undefined): Html | '' =>
  isWrong(field, attempt) ? html`<p class="fault" id="f-${field}-fault">${personFault(field)}</p>` : '';
