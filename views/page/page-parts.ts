/** What the pages of one lead share: their style, who it is, where it stands, what can be done. */

import { html } from 'hono/html';
import type { Company } from '../../domain/business/company.ts';
import type { Action } from '../../domain/lead/action.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { SignedLinks } from '../../domain/ports/signed-links.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { actionLink } from '../action-links.ts';
import { actionLabels } from '../words/actions.ts';
import { kindLabels } from '../words/display.ts';
import { briefly, phoneOf, whoIs } from '../words/lead-in-words.ts';
import { stageLabels } from '../words/stages.ts';
import { visible } from '../words/visitor-text.ts';
import { turnInWords } from './in-words.ts';
import type { Html } from './page.ts';

export interface PageContext {
  readonly company: Company;
  readonly links: SignedLinks;
  readonly now: Moment;
}

/** Rules besides those of every page. */
export const leadStyle = `
.who{margin:0 0 .75rem}
.who small{display:block;font-size:.9375rem;color:var(--quiet)}
.stage{display:inline-block;background:var(--tint);color:var(--accent);border-radius:99px;padding:.15rem .75rem;font-weight:600;font-size:.9375rem;margin:0 0 .75rem}
.stage.alarm{background:var(--alarm-tint);color:var(--alarm)}
dl{grid-template-columns:fit-content(45%) 1fr;font-size:1rem}
dt{overflow-wrap:anywhere}
.done{color:var(--accent)}
.turn{font-weight:600;margin:0 0 .75rem}
.steps{display:grid;grid-template-columns:1fr 1fr;gap:.6rem;margin:0 0 1rem}
.steps>:first-child,.steps>:last-child:nth-child(even){grid-column:1/-1}
.button.alarm,button.alarm{background:var(--alarm);border-color:var(--alarm);color:var(--ground)}
.steps .button,.reach .button{display:flex;align-items:center;justify-content:center;line-height:1.25;overflow-wrap:anywhere}
.reach{display:grid;grid-template-columns:1fr 1fr;gap:.6rem;margin:1rem 0}
.reach>:first-child,.reach>:last-child:nth-child(even){grid-column:1/-1}
.list{display:grid;gap:.6rem}
.list .button{text-align:left}
.words{white-space:pre-line;margin:0}
.unit{display:grid;grid-template-columns:1fr auto;align-items:center;gap:.6rem}
.choices{display:grid;gap:.5rem}
.chips.row{grid-template-columns:repeat(auto-fit,minmax(6rem,1fr))}
.choices .chip span{justify-content:flex-start;padding:.5rem .9rem;text-align:left}
.own{margin:.75rem 0 0}
.own input{font-weight:400}
.own>span{display:block;font-size:.9375rem;color:var(--quiet);margin:0 0 .3rem}
form>button{min-height:3.75rem;font-size:1.125rem}
ol.events{list-style:none;margin:0;padding:0}
ol.events li{padding:.6rem 0;border-top:1px solid var(--line);overflow-wrap:anywhere}
ol.events li:first-child{border-top:0}
ol.events small{display:block;color:var(--quiet);font-size:.875rem}
.foot{margin:1.5rem 0 0;text-align:center}
.foot a{display:inline-block;padding:.6rem 1rem}
`;

/** Who it is about and what it was: several requests look alike by their names alone. */
export function whoIsIt(lead: Lead): Html {
  const kind = lead.request.kind && kindLabels[lead.request.kind].de;
  const rest = [kind, visible(lead.contact.city, 60)].filter(Boolean).join(' · ');
  const phone = phoneOf(lead.contact);
  const words = briefly(lead, 90);
  return html`<p class="who"><strong>${whoIs(lead.contact)}</strong>${rest ? ` · ${rest}` : ''}
${phone?.url ? html`<br><a href="${phone.url}">${phone.text}</a>` : ''}
${words ? html`<small>${words}</small>` : ''}</p>`;
}

/** An emergency that nobody has taken on. */
const isAlarm = (lead: Lead): boolean => lead.stage === 'service' && !lead.confirmedAt;

/** Stage and whose turn it is. */
export function standing(lead: Lead, { company, now }: PageContext): Html {
  return html`<p class="${isAlarm(lead) ? 'stage alarm' : 'stage'}">${stageLabels[lead.stage].de}</p>
<p class="turn">${turnInWords(lead, company, now)}</p>`;
}

/** Actions as buttons, the likeliest first. Only an alarm shouts. */
export function steps(lead: Lead, actions: readonly Action[], { links, now }: PageContext): Html {
  return html`<div class="steps">${actions.map((action) => {
    const { url } = actionLink(links, lead, action, now);
    const loud = action === 'confirm' && isAlarm(lead);
    return html`<a class="${loud ? 'button alarm' : 'button second'}" href="${url}">${actionLabels[action]}</a>`;
  })}</div>`;
}
