/** What the pages of one lead share: their frame, who it is, where it stands, what can be done. */
import { html } from 'hono/html';
import type { Company } from '../../domain/business/company.ts';
import type { Callee } from '../../domain/business/people.ts';
import { assigneeOf, mayDoWith, peopleToAsk } from '../../domain/business/recipients.ts';
import { canAcknowledge, isUnacknowledged, isUntouched } from '../../domain/lead/acknowledging.ts';
import type { Action } from '../../domain/lead/action.ts';
import { actionsFor, isAlarm } from '../../domain/lead/actions.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { briefly, callOf, whoseRequest } from '../lead-text.ts';
import { visible } from '../visitor-text.ts';
import { actionLabels } from '../words/actions.ts';
import { kindLabels } from '../words/labels.ts';
import { leadPageWords } from '../words/lead-page.ts';
import { spokenStages } from '../words/stages.ts';
import { turnInWords, unacknowledgedInWords } from '../words/standing.ts';
import { type Html, page } from './page.ts';
import { leadStyle } from './style.ts';

/** A page that only people of the business see, without its frame. */
interface OwnerPage {
  readonly title: string;
  readonly body: Html;
  /** Rules of its own. */
  readonly style: string;
}

export interface Framed {
  readonly company: Company;
  /** Absent: the page stands alone, as behind a link in a mail. */
  readonly frame?: ((page: OwnerPage) => Promise<string>) | undefined;
}

export interface PageContext extends Framed {
  readonly now: Moment;
  /** Whose page it is; absent: nobody knows. */
  readonly person?: Callee | undefined;
  /** The address of an action on a lead as it stands. */
  readonly linkTo: (action: Action, lead: Lead, told?: string) => string;
  /** The address of the page of a lead. */
  readonly viewUrl: (leadId: string) => string;
  /** Where what was kept aside becomes a lead. */
  readonly rescueUrl: (asideId: string) => string;
  /** Where whose page it is has emergencies ring in his browser. */
  readonly pushUrl?: string | undefined;
  /** Tells who calls from a number while it is being typed. */
  readonly knownCallerUrl?: string | undefined;
  /** Our address of a lead, to write to the customer through it; absent: no mails are received. */
  readonly writeTo?: ((leadId: string) => string) | undefined;
}

/** A page that only the owner sees; `style` are rules of its own. */
export function ownerPage(
  title: string,
  { company, frame }: Framed,
  body: Html,
  style = '',
): Promise<string> {
  return frame
    ? frame({ title, body, style })
    : page({ language: 'de', title, company, style: `${leadStyle}${style}`, body });
}

/** What became of a tap; with a tick if something was done. */
export function outcomeHeading(title: string, done = false): Html {
  return html`<h1>${done ? html`<span class="done">✓</span> ` : ''}${title}</h1>`;
}

/** Who it is about and what it was: several requests look alike by their names alone. */
export function whoIsIt(lead: Lead): Html {
  const kind = lead.request.kind && kindLabels[lead.request.kind].de;
  const rest = [kind, visible(lead.contact.city, 60)].filter(Boolean).join(' · ');
  const phone = callOf(lead)?.phone;
  const words = briefly(lead, 90);
  return html`<p class="who"><strong>${whoseRequest(lead)}</strong>${rest ? ` · ${rest}` : ''}
${phone?.url ? html`<br><a href="${phone.url}">${phone.text}</a>` : ''}
${words ? html`<small>${words}</small>` : ''}</p>`;
}

/** Stage and whose turn it is. */
export function standing(lead: Lead, { company, now, person }: PageContext): Html {
  const assignee = assigneeOf(company, lead);
  const other = assignee && assignee.key !== person?.key ? visible(assignee.name, 60) : undefined;
  return html`<p class="${isAlarm(lead) ? 'stage alarm' : 'stage'}">${lead.mergedInto === undefined ? spokenStages[lead.stage] : leadPageWords.merged}</p>
<p class="turn">${turnInWords(lead, company, now, other)}</p>`;
}

/** Actions as buttons, the likeliest first, and filled where it is a next step. Only an alarm shouts. */
export function steps(lead: Lead, actions: readonly Action[], context: PageContext): Html {
  const { linkTo, now, company, person } = context;
  const [likeliest] = actionsFor(lead, now);
  const possible = actions.filter(
    (action) =>
      mayDoWith(company, person, lead, action, now) &&
      (action !== 'assign' || peopleToAsk(company).length > 0),
  );
  return html`<div class="steps">${possible.map((action) => {
    const loud = action === 'confirm' && isAlarm(lead);
    const kind = loud ? 'button alarm' : action === likeliest ? 'button' : 'button second';
    return html`<a class="${kind}" href="${linkTo(action, lead)}">${actionLabels[action]}</a>`;
  })}</div>`;
}

/** The customer of a new request does not know that it is here; one tap tells him. */
export function acknowledgementNotice(lead: Lead, { linkTo, company, person, now }: PageContext): Html | '' {
  if (!isUnacknowledged(lead) || !isUntouched(lead)) return '';
  const button =
    canAcknowledge(lead) && mayDoWith(company, person, lead, 'acknowledge', now)
      ? html`<p><a class="button second" href="${linkTo('acknowledge', lead)}">${actionLabels.acknowledge}</a></p>`
      : '';
  return html`<div class="notice"><p>${unacknowledgedInWords(lead)}</p>${button}</div>`;
}

/** Below a page about one thing: the way to everything, which may be another lead by now. */
export function wayToLead({ id, mergedInto = id }: Lead, { viewUrl }: PageContext): Html {
  return html`<p class="foot"><a href="${viewUrl(mergedInto)}">${leadPageWords.whole}</a></p>`;
}
