/** The day on one page: what rings, whose turn it is, where one drives, what lies aside. */
import { html } from 'hono/html';
import type { Company } from '../../domain/business/company.ts';
import { assigneeOf } from '../../domain/business/recipients.ts';
import type { LeadSummary } from '../../domain/lead/summary.ts';
import { type DigestLine, type DigestPart, type DigestSection, linesIn } from '../../domain/report/digest.ts';
import type { NotedMail } from '../../domain/report/noted-mails.ts';
import { addDays, localDate } from '../../domain/time/local-time.ts';
import { phoneToCall } from '../lead-text.ts';
import { entryOf } from '../mail/digest.ts';
import { aboutWhat, whoWrote, whyInWords } from '../noted-mail.ts';
import type { Html } from '../page/page.ts';
import { shownList } from '../page/shown-list.ts';
import { visible } from '../visitor-text.ts';
import { actionLabels } from '../words/actions.ts';
import { todayWords as words } from '../words/desk/today.ts';
import { formatDay, formatMinutes, formatTime } from '../words/format.ts';
import { digestWords } from '../words/mails/digest.ts';
import type { DeskContext } from './desk-context.ts';
import { asideUrl, deskPlaces, leadUrl, openUrl, rescueUrl } from './places.ts';
import { stepButton, stepButtons, stepsFor } from './step-forms.ts';

interface TurnLine {
  readonly section: DigestSection;
  readonly line: DigestLine;
}

interface Today {
  /** How many requests are open. */
  readonly open: number;
  readonly alarms: DigestPart;
  /** Emergencies that somebody takes care of. */
  readonly taken: readonly LeadSummary[];
  readonly visits: readonly DigestLine[];
  /** The first that wait for whoever looks. */
  readonly turn: readonly TurnLine[];
  /** How many wait for him. */
  readonly waiting: number;
  readonly answers: DigestPart;
  readonly aside: readonly NotedMail[];
  /** Is it his who looks, whoever else it is with? */
  readonly isHis: (lead: LeadSummary) => boolean;
}

const back = deskPlaces.today;
/** More stand on the page of all that is open. */
const mostAnswers = 7;
const mostAlarms = 10;
const mostAside = 5;

export function todayPage(today: Today, context: DeskContext): Promise<string> {
  const { company, now, frame } = context;
  const { alarms, taken, turn, answers, visits, aside } = today;
  const isQuiet = alarms.lines.length + taken.length + turn.length + answers.lines.length === 0;
  const body = html`<div class="today"><div class="today-head"><h1>${words.title}</h1>
<p class="quiet">${formatDay(now, company.timeZone, 'de')} · <a href="${openUrl}">${words.open(today.open)}</a></p></div>
<div class="day">
${alarmList(today, context)}
${visits.length > 0 || !isQuiet ? visitList(today, context) : ''}
<div class="main">${
    isQuiet
      ? html`<div class="sheet"><p>${words.nothing}</p><p><a class="button second" href="${deskPlaces.call}">${words.call}</a></p></div>`
      : html`${turnList(today, context)}${answerList(today, context)}`
  }</div>
${aside.length > 0 ? asideList(aside) : ''}
</div></div>`;
  return frame({ title: words.title, body, style: '' });
}

const heading = (text: string, count: string | undefined): Html =>
  html`<h2>${text}${count === undefined ? '' : html` <small>${count}</small>`}</h2>`;

/** How many of them are shown; nothing where all are. */
const shownOf = (shown: number, all: number): string | undefined =>
  shown < all ? words.firstOf(shown, all) : undefined;

const allOpen = (section: DigestSection): Html =>
  html`<p><a href="${openUrl}#${section}">${words.allOpen}</a></p>`;

function alarmList(today: Today, context: DeskContext): Html | '' {
  const { alarms, taken } = today;
  if (alarms.lines.length + taken.length === 0) return '';
  const shown = alarms.lines.slice(0, mostAlarms);
  return html`<section class="alarms" aria-label="${words.alarms}">${heading(words.alarms, shownOf(shown.length, linesIn(alarms)))}
<ul class="requests">${shown.map((line) => requestItem({ section: 'unconfirmed', line }, today, context, 'ringing'))}
${taken.map((lead) => requestItem({ section: 'due-today', line: { number: 0, lead } }, today, context, 'taken'))}</ul>
${shown.length < linesIn(alarms) ? allOpen('unconfirmed') : ''}</section>`;
}

function turnList(today: Today, context: DeskContext): Html {
  const { turn, waiting } = today;
  return html`<section aria-label="${words.turn}">${heading(words.turn, shownOf(turn.length, waiting))}
${
  turn.length === 0
    ? html`<p class="quiet">${words.noTurn}</p>`
    : html`<ul class="requests">${turn.map((one) => requestItem(one, today, context))}</ul>`
}
${turn.length < waiting ? allOpen('due-today') : ''}</section>`;
}

function answerList(today: Today, context: DeskContext): Html | '' {
  const { answers } = today;
  const shown = answers.lines.slice(0, mostAnswers);
  if (shown.length === 0) return '';
  return html`<section aria-label="${words.answers}">${heading(words.answers, shownOf(shown.length, linesIn(answers)))}
<ul class="requests">${shown.map((line) => requestItem({ section: 'answers', line }, today, context))}</ul>
${shown.length < linesIn(answers) ? allOpen('answers') : ''}</section>`;
}

type Look = 'ringing' | 'taken' | 'plain';

function requestItem(
  { section, line }: TurnLine,
  today: Today,
  context: DeskContext,
  look: Look = 'plain',
): Html {
  const { lead } = line;
  const {
    name,
    amount,
    details,
    excerpt,
    remarks = [],
    note,
    phone,
  } = entryOf(shownList(context, today.isHis), section, line);
  const call =
    phone?.url === undefined
      ? ''
      : html`<a class="button second" href="${phone.url}" aria-label="${words.phone(phone.text)}">☎ ${phone.text}</a>`;
  const said = look === 'taken' ? words.taken(takerOf(lead, context.company)) : note;
  return html`
<li id="r-${lead.id}"${look === 'ringing' ? html` class="ringing"` : ''}><p class="name"><a href="${leadUrl(lead.id)}">${name}</a>${amount ? html`<span class="quiet">${amount}</span>` : ''}</p>
${said ? html`<p class="note">${said}</p>` : ''}${excerpt ? html`<p${section === 'answers' ? html` class="said"` : ''}>${excerpt}</p>` : ''}
<small>${[details, ...remarks].filter(Boolean).join(' · ')}</small>
${stepButtons(lead, { back, call, name }, context)}</li>`;
}

/** Who took the emergency: whose it is since, or whoever touched it last. */
function takerOf(lead: LeadSummary, company: Company): string | undefined {
  const name = assigneeOf(company, lead)?.name ?? lead.movedBy?.person;
  return visible(name, 60);
}

function visitList(today: Today, context: DeskContext): Html {
  const { company, now } = context;
  const day = localDate(now, company.timeZone);
  const on = (date: string) =>
    today.visits.filter(({ lead }) => localDate(lead.visit?.startsAt ?? now, company.timeZone) === date);
  const days = [
    [words.visitDays.today, on(day)],
    [words.visitDays.tomorrow, on(addDays(day, 1))],
  ] as const;
  return html`<section class="${today.visits.length > 0 ? 'visits-near' : 'visits-near none'}" aria-label="${words.visits}"><h2>${words.visits}</h2>
${today.visits.length === 0 ? html`<p class="quiet">${words.noVisits}</p>` : ''}
${days.map(([label, lines]) =>
  lines.length === 0
    ? ''
    : html`<h3>${label}</h3><ul class="visits">${lines.map((line) => visitItem(line, today, context))}</ul>`,
)}</section>`;
}

function visitItem(line: DigestLine, today: Today, context: DeskContext): Html {
  const { lead } = line;
  const { visit } = lead;
  const { company } = context;
  const { name, remarks = [], place } = entryOf(shownList(context, today.isHis), 'visits', line);
  const phone = phoneToCall(lead);
  const whose = today.isHis(lead) ? undefined : assigneeOf(company, lead);
  const possible = stepsFor(lead, context);
  const told = [
    visit && words.minutes(formatMinutes(visit.durationMinutes, 'de')),
    whose && digestWords.withWhom(visible(whose.name, 60) ?? whose.email),
    ...remarks,
  ];
  return html`
<li><p class="when"><time datetime="${visit?.startsAt ?? ''}">${visit ? formatTime(visit.startsAt, company.timeZone) : ''}</time> <span class="name"><a href="${leadUrl(lead.id)}">${name}</a></span></p>
${place ? html`<p>${place.text}</p>` : ''}
<small>${told.filter(Boolean).join(' · ')}</small>
<div class="acts">${place ? html`<a class="button second" href="${place.url}" rel="noreferrer" aria-label="${words.navi}: ${place.text}">${words.navi}</a>` : ''}
${phone?.url ? html`<a class="button second" href="${phone.url}" aria-label="${words.phone(phone.text)}">☎ ${phone.text}</a>` : ''}
${(['move-visit', 'cancel-visit'] as const)
  .filter((action) => possible.includes(action))
  .map((action) => stepButton(lead, action, back, context, { label: words.visitSteps[action] }))}</div></li>`;
}

function asideList(mails: readonly NotedMail[]): Html {
  return html`<section class="aside" aria-label="${words.aside}">${heading(words.aside, words.asideHint)}
<ul class="mails">${mails.slice(0, mostAside).map(
    (mail) => html`
<li><p><strong>${whoWrote(mail)}</strong><br>${aboutWhat(mail)}<small>${whyInWords(mail)}</small></p>
${asideLink(mail)}</li>`,
  )}</ul>
<p><a href="${asideUrl}">${words.allAside(mails.length)}</a></p></section>`;
}

/** Makes a request of it, or shows the one it stands on. */
function asideLink({ asideId, standsOn }: NotedMail): Html | '' {
  if (asideId !== undefined) {
    return html`<a class="button second" href="${rescueUrl(asideId)}">${actionLabels.rescue}</a>`;
  }
  return standsOn === undefined
    ? ''
    : html`<a class="button second" href="${leadUrl(standsOn)}">${actionLabels.view}</a>`;
}
