/** Whoever calls is known: what he asked for that is open, and whether the call belongs to it. */
import { html, raw } from 'hono/html';
import type { Lead } from '../../domain/lead/lead.ts';
import { briefly, whoseRequest } from '../lead-text.ts';
import { visible } from '../visitor-text.ts';
import { knownCallerWords as words } from '../words/call-page.ts';
import { formatSince } from '../words/format.ts';
import { kindLabels } from '../words/labels.ts';
import { spokenStages } from '../words/stages.ts';
import type { PageContext } from './lead-parts.ts';
import type { Html } from './page.ts';

export interface KnownCaller {
  /** What he asked for last. */
  readonly newest: Lead;
  /** How often he asked. */
  readonly requests: number;
  /** Of these what goes on, the newest first. */
  readonly open: readonly Lead[];
}

/** More nobody reads while somebody is on the phone. */
const mostOpen = 4;

/** The answer that it is something new. */
export const newRequest = 'something-new';

type Shown = Pick<PageContext, 'now' | 'viewUrl'>;

/** @param chosen what was picked before. */
export function knownCallerChoice(
  { newest, requests, open }: KnownCaller,
  { now, viewUrl }: Shown,
  chosen?: string | null,
): Html {
  const { name = '', address = '', postcode = '', city = '' } = newest.contact;
  const who = [whoseRequest(newest), visible(city, 60)].filter(Boolean).join(', ');
  // What is known need not be typed once more.
  const filled = html`data-name="${name}" data-address="${address}" data-postcode="${postcode}" data-city="${city}"`;
  if (open.length === 0) {
    return html`<div class="notice" ${filled}><p>${words.known(who)} <a href="${viewUrl(newest.id)}">${words.earlier(requests)}</a></p></div>`;
  }
  const shown = open.slice(0, mostOpen);
  return html`<fieldset class="known" ${filled}><legend>${words.known(who)}</legend><div class="choices">
${shown.map((lead) => choice(lead.id, words.belongs(aboutWhat(lead)), standing(lead, now), chosen))}
${choice(newRequest, words.isNew, undefined, chosen)}</div></fieldset>`;
}

const choice = (
  value: string,
  label: string,
  detail: string | undefined,
  chosen: string | null | undefined,
): Html =>
  html`<label class="chip"><input type="radio" name="belongs" value="${value}"${value === chosen ? raw(' checked') : ''}><span>${label}${detail ? html` <small>${detail}</small>` : ''}</span></label>`;

const aboutWhat = (lead: Lead): string =>
  briefly(lead, 70) ?? (lead.request.kind === undefined ? lead.id : kindLabels[lead.request.kind].de);

const standing = ({ stage, stageSince }: Lead, now: string): string =>
  `${spokenStages[stage]}, ${formatSince(stageSince, now)}`;
