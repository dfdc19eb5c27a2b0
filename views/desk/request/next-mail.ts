/** What goes to the customer next, and when: as it will be done, with what can still be changed about it. */
import { html, raw } from 'hono/html';
import { isChangeable, wishFor } from '../../../domain/lead/ahead-mail.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import type { Upcoming } from '../../../domain/lead/upcoming.ts';
import type { OutgoingMail } from '../../../domain/ports/mailer.ts';
import type { Moment } from '../../../domain/time/moment.ts';
import { followUpText } from '../../mail/follow-up.ts';
import { visitReminderText } from '../../mail/visit-invitation.ts';
import { shownAt } from '../../page/field-markup.ts';
import type { PageContext } from '../../page/lead-parts.ts';
import type { Html } from '../../page/page.ts';
import { multiLine, visible } from '../../visitor-text.ts';
import { whyNoMail, nextMailWords as words } from '../../words/desk/request.ts';
import { shortMoment } from '../../words/moments.ts';
import { mailName } from '../../words/timeline.ts';
import { nextMailUrl } from '../places.ts';
import { problemNotice, type RequestAttempt, textBox } from './request-form.ts';

export type ShownAhead = Upcoming & {
  readonly content?: OutgoingMail | undefined;
  readonly underWay?: boolean | undefined;
};
type WithMail = Extract<ShownAhead, { readonly at: string }>;

/** The text that can be changed: what somebody wrote for it, else the standard one. */
export function changeableText(ahead: WithMail, context: Pick<PageContext, 'company'>): string {
  const { mail, at, lead } = ahead;
  const own = wishFor(lead, mail.key)?.text;
  if (own !== undefined) return own;
  const about = { lead, company: context.company, now: at };
  if (mail.mail === 'visit-reminder') return visitReminderText(about);
  return isRhythm(mail)
    ? followUpText({ ...about, cadence: mail.mail, number: mail.number, last: mail.last })
    : '';
}

type Rhythm = Parameters<typeof followUpText>[0]['cadence'];
const isRhythm = (mail: WithMail['mail']): mail is WithMail['mail'] & { readonly mail: Rhythm } =>
  isChangeable(mail) && mail.mail !== 'visit-reminder';

export function nextMail(
  lead: Lead,
  ahead: ShownAhead,
  { attempt, flash }: { readonly attempt: RequestAttempt | undefined; readonly flash: Html | '' },
  mayChange: boolean,
  context: PageContext,
): Html {
  return html`<section class="sheet ahead" id="next-mail"><h2>${words.title}</h2>${flash}${problemNotice(attempt, context)}
${ahead.mail ? withMail(lead, ahead, attempt, mayChange, context) : withoutMail(lead, ahead, mayChange, context)}
${mayBeWorded(ahead) ? '' : leftOver(attempt)}</section>`;
}

const mayBeWorded = (ahead: ShownAhead): boolean =>
  ahead.mail !== undefined && !ahead.underWay && isChangeable(ahead.mail);

/** What somebody wrote for a mail that is no longer ahead: he may need it for an answer. */
function leftOver(attempt: RequestAttempt | undefined): Html | '' {
  const text = multiLine(attempt?.typed.get('text') ?? '', Number.POSITIVE_INFINITY);
  return text === ''
    ? ''
    : html`<p><strong>${words.yourText}</strong></p><div class="letter"><p class="words">${text}</p></div>`;
}

function withoutMail(
  lead: Lead,
  ahead: Exclude<ShownAhead, WithMail>,
  mayChange: boolean,
  { now, company }: PageContext,
): Html {
  const { ownerAt } = ahead;
  return html`<p>${words.none} ${whyNoMail[ahead.why]}.</p>
${ownerAt === undefined ? '' : html`<p class="quiet">${words.ownerAt(shortMoment(ownerAt, now, company))}</p>`}
${mayChange ? goOn(lead, now) : ''}`;
}

/** Where reminders are stopped they can go on again; to stop them is offered with one that is ahead. */
const goOn = ({ id, remindersPaused }: Lead, now: Moment): Html | '' =>
  remindersPaused
    ? html`<form method="post" action="${nextMailUrl(id)}">${shownAt(now)}<button class="plain" name="do" value="resume-reminders">${words.resume}</button></form>`
    : '';

function withMail(
  lead: Lead,
  ahead: WithMail,
  attempt: RequestAttempt | undefined,
  mayChange: boolean,
  context: PageContext,
): Html {
  const { mail, at, content } = ahead;
  const { now, company } = context;
  const worded = wishFor(lead, mail.key)?.text !== undefined;
  return html`<p class="when-next"><strong>${mailName(mail)}</strong><br><time datetime="${at}">${shortMoment(at, now, company)}</time> ${words.to(visible(content?.to.join(', '), 254) ?? '')}</p>
<p class="quiet">${worded ? `${words.ownText}. ` : ''}${ahead.underWay ? words.underWay : words.ifNothing}</p>
${content ? letter(content) : ''}
${mayChange && mayBeWorded(ahead) ? wishes(lead, ahead, attempt, context) : ''}`;
}

function letter({ subject, text }: OutgoingMail): Html {
  return html`<details><summary>${words.text}</summary><div class="letter"><p><strong>${subject}</strong></p><p class="words">${multiLine(withoutAddresses(text))}</p></div></details>`;
}

/** The way to stop is the customer's: whoever tries it out here would stop his mails. */
const withoutAddresses = (text: string): string => text.replace(/https?:\/\/\S+\/a\/\S+/g, '…');

function wishes(
  lead: Lead,
  ahead: WithMail,
  attempt: RequestAttempt | undefined,
  context: PageContext,
): Html {
  const { mail, at } = ahead;
  const { now } = context;
  const text = changeableText(ahead, context);
  const wish = wishFor(lead, mail.key);
  const isRightNow = at <= now;
  const typed = attempt?.typed.get('text');
  const hidden = html`${shownAt(now)}<input type="hidden" name="key" value="${mail.key}">`;
  return html`<form method="post" action="${nextMailUrl(lead.id)}">${hidden}<div class="taps">
${isRightNow ? '' : html`<button class="button second" name="do" value="send-next-mail">${words.sendNow}</button>`}
<button class="button second" name="do" value="skip-next-mail">${words.skip}</button>
${mail.mail === 'visit-reminder' ? '' : html`<button class="button second" name="do" value="pause-reminders">${words.pause}</button>`}</div></form>
<details${typed === undefined || typed === null ? '' : raw(' open')}><summary>${words.change}</summary>
<form method="post" action="${nextMailUrl(lead.id)}">${hidden}<input type="hidden" name="seenText" value="${text}">
${textBox({ id: 'next-text', name: 'text', label: words.textLabel, hint: words.textHint, text: typed ?? text, rows: 8 })}
<div class="taps"><button class="button second" name="do" value="word-next-mail">${words.save}</button>${
    wish?.text === undefined
      ? ''
      : html`<button class="button second" name="do" value="standard">${words.standard}</button>`
  }</div></form></details>`;
}
