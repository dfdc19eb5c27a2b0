/** The pages of the local system: an overview, the mailbox, the leads. For whoever tries it out; German as the form. */

import { html } from 'hono/html';
import type { Company } from '../../domain/business/company.ts';
import { everybody } from '../../domain/business/people.ts';
import { isAsleep } from '../../domain/lead/list.ts';
import type { LeadSummary } from '../../domain/lead/summary.ts';
import type { Moment } from '../../domain/time/moment.ts';
import type { HttpResponse } from '../../functions/shared/http-message.ts';
import { type Html, page } from '../../views/page/page.ts';
import { formatDayAndTime, formatMoney } from '../../views/words/format.ts';
import { shortMoment } from '../../views/words/moments.ts';
import { spokenStages } from '../../views/words/stages.ts';
import type { ReadMail } from '../mail/read-mail.ts';

export interface Shown {
  readonly company: Company;
  readonly now: Moment;
}

const style = `
nav.local{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:0 0 1.25rem;font-size:.9375rem}
nav.local a{padding:.4rem 0}
nav.local [aria-current]{color:inherit;font-weight:650;text-decoration:none}
.clock{font-size:1.25rem;font-weight:650;margin:0 0 .25rem}
.steps{display:grid;grid-template-columns:repeat(3,1fr);gap:.5rem;margin:1rem 0}
.sheet>:last-child{margin-bottom:0}
.rows{list-style:none;margin:0 0 1.5rem;padding:0}
.rows li{border-top:1px solid var(--line)}
.rows li:last-child{border-bottom:1px solid var(--line)}
.rows .row{display:block;padding:.75rem 0;color:inherit;text-decoration:none}
.rows strong{display:block;overflow-wrap:anywhere}
.rows .quiet{display:flex;flex-wrap:wrap;gap:0 .75rem;justify-content:space-between}
.links{display:flex;gap:1.25rem;padding:0 0 .75rem;font-size:.9375rem}
iframe{display:block;width:100%;height:75vh;border:1px solid var(--line);border-radius:10px;background:#fff}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font-size:.875rem;line-height:1.45;margin:0 0 1rem}
`;

const places = [
  { path: '/_local', label: 'Übersicht' },
  { path: '/_local/mail', label: 'Postfach' },
  { path: '/_local/alarm', label: 'Alarme' },
  { path: '/_local/incoming', label: 'Eingang' },
  { path: '/_local/lead', label: 'Anfragen' },
  { path: '/', label: 'Formular' },
] as const;

export function localPage(title: string, at: string, body: Html): Promise<string> {
  return page({
    language: 'de',
    title,
    company: { name: 'Lokales System' },
    style,
    body: html`<nav class="local">${places.map(({ path, label }) =>
      path === at
        ? html`<a href="${path}" aria-current="page">${label}</a>`
        : html`<a href="${path}">${label}</a>`,
    )}</nav>${body}`,
  });
}

const steps = [
  { advance: 'PT15M', label: '+ 15 Min.' },
  { advance: 'PT1H', label: '+ 1 Std.' },
  { advance: 'PT4H', label: '+ 4 Std.' },
  { advance: 'P1D', label: '+ 1 Tag' },
  { advance: 'P7D', label: '+ 1 Woche' },
  { advance: 'P30D', label: '+ 30 Tage' },
] as const;

/** The overview: what there is, and the clock to move. */
export function startPage(
  { company, now }: Shown,
  counts: {
    readonly mails: number;
    readonly alarms: number;
    readonly openLeads: number;
    readonly executions: number;
  },
): Promise<string> {
  return localPage(
    'Übersicht',
    '/_local',
    html`
<h1>${company.brand ?? company.name}</h1>
<p>Das ganze System auf diesem Rechner: Anfragen kommen über das <a href="/">Formular</a> oder
<a href="/_local/incoming">als E-Mail</a>, unsere E-Mails landen im <a href="/_local/mail">Postfach</a>, und die Uhr lässt
sich vorstellen.</p>
<section class="sheet">
<p class="quiet">Die Uhr dieses Systems</p>
<p class="clock">${formatDayAndTime(now, company.timeZone, 'de')}</p>
<form method="post" action="/_local/clock" class="steps">${steps.map(
      ({ advance, label }) =>
        html`<button class="button second" name="advance" value="${advance}">${label}</button>`,
    )}</form>
<p class="quiet">Alles, was bis dahin fällig wird, geschieht der Reihe nach.</p>
</section>
<section class="sheet">
<p class="quiet">Der Schreibtisch des Betriebs: anmelden als</p>
<form method="post" action="/_local/login" class="steps">${everybody(company).map(
      ({ name, email }) => html`<button class="button second" name="email" value="${email}">${name}</button>`,
    )}</form>
</section>
<ul class="rows">
<li><a class="row" href="/_local/mail"><strong>Postfach</strong><span class="quiet">${counts.mails} E-Mails an Kunden und Inhaber</span></a></li>
<li><a class="row" href="/_local/alarm"><strong>Alarme</strong><span class="quiet">${counts.alarms} auf Handys, neben den E-Mails</span></a></li>
<li><a class="row" href="/_local/incoming"><strong>Eingang</strong><span class="quiet">E-Mails an ${company.mail.receive ?? company.mail.from}</span></a></li>
<li><a class="row" href="/_local/noted"><strong>Beiseitegelegt</strong><span class="quiet">E-Mails, die keine Anfrage wurden</span></a></li>
<li><a class="row" href="/_local/lead"><strong>Anfragen</strong><span class="quiet">${counts.openLeads} offen</span></a></li>
<li><a class="row" href="/_local/executions"><strong>Abläufe</strong><span class="quiet">${counts.executions} warten (JSON)</span></a></li>
</ul>
<form method="post" action="/_local/digest"><button class="button second">Tagesübersicht jetzt senden</button></form>`,
  );
}

export interface MailRow {
  readonly id: string;
  readonly at: Moment;
  readonly to: readonly string[];
  readonly subject: string;
}

/** The mailbox, newest first, a page at a time. */
export function mailboxPage(
  { company, now }: Shown,
  rows: readonly MailRow[],
  paging: { readonly total: number; readonly older: number | undefined; readonly leadId: string | undefined },
): Promise<string> {
  const { total, older, leadId } = paging;
  const query = (before: number) => `?before=${before}${leadId === undefined ? '' : `&lead=${leadId}`}`;
  return localPage(
    'Postfach',
    leadId === undefined ? '/_local/mail' : '',
    html`
<h1>Postfach</h1>
<p class="quiet">${total === 0 ? 'Noch keine E-Mails.' : html`${total} E-Mails${leadId === undefined ? '' : ` zu ${leadId}`}, die neuesten zuerst. <a href="/_local/mailbox">JSON</a>`}</p>
<ul class="rows">${rows.map(
      (mail) => html`
<li><a class="row" href="/_local/mail/${mail.id}"><strong>${mail.subject}</strong>
<span class="quiet"><span>an ${mail.to.join(', ')}</span><span>${shortMoment(mail.at, now, company)}</span></span></a></li>`,
    )}
</ul>
${older === undefined ? '' : html`<a class="button second" href="${query(older)}">Ältere</a>`}`,
  );
}

/** One mail: as a mail program shows it, its text, its headers. */
export function mailPage({ company }: Shown, mail: ReadMail, leadId: string | undefined): Promise<string> {
  const { id, at, to, from, replyTo, subject, text, headers, attachments } = mail;
  return localPage(
    subject,
    '',
    html`
<h1>${subject}</h1>
<dl>
<dt>Von</dt><dd>${from}</dd>
<dt>An</dt><dd>${to.join(', ')}</dd>
<dt>Antwort an</dt><dd>${replyTo.join(', ')}</dd>
<dt>Am</dt><dd>${formatDayAndTime(at, company.timeZone, 'de')}</dd>
${leadId === undefined ? '' : html`<dt>Anfrage</dt><dd><a href="/_local/lead/${leadId}">${leadId}</a></dd>`}
${attachments.length === 0 ? '' : html`<dt>Anhänge</dt><dd>${attachments.map(({ filename, contentType }, index) => html`<a href="/_local/mail/${id}/attachments/${index}">${filename ?? contentType}</a> `)}</dd>`}
</dl>
<iframe src="/_local/mail/${id}/html" title="Die E-Mail" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
${answerForm(mail, company)}
<details><summary>Nur Text</summary><pre>${text}</pre></details>
<details><summary>Kopfzeilen</summary><pre>${Object.entries(headers).map(([name, value]) => `${name}: ${value}\n`)}</pre></details>
<p class="quiet"><a href="/_local/mail/${id}/raw">Quelltext</a></p>`,
  );
}

/** Answers the mail as whoever got it. */
function answerForm({ id, to }: ReadMail, { owner }: Company): Html {
  const [address = ''] = to;
  const role = owner.email.includes(address) ? 'Inhaber' : 'Kunde';
  return html`<details><summary>Antworten</summary>
<form method="post" action="/_local/mail/${id}/answer" class="sheet">
<div class="field"><label for="answer">Antwort <small>als ${role}, von ${address}</small></label>
<textarea id="answer" name="text" required></textarea></div>
<button class="button">Antwort senden</button>
</form></details>`;
}

/**
 * The leads.
 * @param waiting by the time they are due, asleep or awake.
 * @param closed the latest first.
 */
export function leadsPage(
  shown: Shown,
  waiting: readonly LeadSummary[],
  closed: readonly LeadSummary[],
): Promise<string> {
  return localPage(
    'Anfragen',
    '/_local/lead',
    html`
<h1>Anfragen</h1>
<p class="quiet">${waiting.length === 0 && closed.length === 0 ? html`Noch keine. <a href="/">Zum Formular</a>` : html`<a href="/_local/leads">Alle als JSON</a>`}</p>
${leadRows(
  shown,
  'Offen',
  waiting.filter((lead) => !isAsleep(lead)),
)}
${leadRows(shown, 'Auf Wiedervorlage', waiting.filter(isAsleep))}
${leadRows(shown, 'In den letzten 90 Tagen abgeschlossen', closed)}`,
  );
}

/** A list of ten thousand helps nobody. */
const maxRows = 200;

function leadRows({ company, now }: Shown, heading: string, leads: readonly LeadSummary[]): Html | string {
  if (leads.length === 0) return '';
  return html`<h2>${heading}</h2>
<ul class="rows">${leads.slice(0, maxRows).map(
    (lead) => html`
<li><a class="row" href="/_local/lead/${lead.id}"><strong>${lead.name ?? lead.email ?? lead.phone ?? lead.id}</strong>
<span class="quiet"><span>${spokenStages[lead.stage]}${lead.valueCents === undefined ? '' : ` · ${formatMoney(lead.valueCents, company.currency, 'de')}`}</span>
<span>${lead.closedAt === undefined ? `fällig ${shortMoment(lead.dueAt, now, company)}` : shortMoment(lead.closedAt, now, company)}</span></span></a>
<div class="links"><a href="/_local/mail?lead=${lead.id}">E-Mails</a><a href="/_local/leads/${lead.id}">JSON</a></div></li>`,
  )}
</ul>
${leads.length > maxRows ? html`<p class="quiet">… und ${leads.length - maxRows} weitere.</p>` : ''}`;
}

const wayToLocalPages = `<nav aria-label="Lokales System" style="padding:.5rem 1rem;font-size:.875rem;text-align:center">Lokales System: <a href="/_local/mail">Postfach</a> · <a href="/_local/lead">Anfragen</a> · <a href="/_local">Uhr</a></nav>`;

/** Adds a line to the public form that leads to the pages here. */
export function addWayToLocalPages(form: HttpResponse): HttpResponse {
  return { ...form, body: form.body.replace(/<body[^>]*>/, (body) => `${body}\n${wayToLocalPages}`) };
}
