/** How people use pages behind the links of their mails: look first, fill in what is asked, press the button. */
import type { HttpRequest, HttpResponse } from '../../../functions/shared/http-message.ts';
import { fieldsOf } from '../../support/read-page.ts';
import type { Entropy } from '../engine/entropy.ts';
import { dayMs } from '../engine/plan.ts';
import { publicUrl } from '../platform/cloud.ts';
import { privateWord } from './persons.ts';

/** A link of ours that stands in a mail or on a page. */
export interface Link {
  readonly label: string;
  readonly url: string;
}

/** What a link is for. */
export interface Tappable extends Link {
  readonly action: string;
  readonly leadId?: string | undefined;
}

/** What became of a tap. */
export interface Tapped {
  readonly link: Tappable;
  /** Since when the person knows the lead as the link has it. */
  readonly knownMs: number;
  /** The page that came last; `undefined`: no answer ever came. */
  readonly answer: HttpResponse | undefined;
  /** The button was pressed, and not only the page opened. */
  readonly pressed: boolean;
}

const unescaped = (text: string) =>
  text.replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&quot;', '"');

/** Links to our pages, in the order they stand. */
export function linksIn(html: string): Link[] {
  const links = [...html.matchAll(/<a\b[^>]*\bhref="([^"]+)"[^>]*>([\s\S]*?)<\/a>/g)];
  return links
    .map(([, url = '', words = '']) => ({ url: unescaped(url), label: words.replace(/<[^>]*>/g, '').trim() }))
    .filter(({ url }) => url.startsWith(`${publicUrl}/a/`));
}

export const tokenOf = (url: string): string => new URL(url).pathname.replace('/a/', '');

export function pageRequest(method: 'GET' | 'POST', url: string, typed?: URLSearchParams): HttpRequest {
  const { pathname, searchParams } = new URL(url);
  return {
    method,
    path: pathname,
    pathParameters: { token: tokenOf(url) },
    query: searchParams,
    headers: {
      accept: 'text/html',
      ...(typed && { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    body: Buffer.from(typed?.toString() ?? ''),
    sourceIp: '2001:db8:ffff::1',
  };
}

export const hasForm = ({ body }: Pick<HttpResponse, 'body'>): boolean =>
  body.includes('<form method="post"');

/** What people type where a field is empty; what is not named here they leave as it is. */
const typing: Readonly<Record<string, (entropy: Entropy, nowMs: number) => string>> = {
  name: () => 'Herr Unbekannt',
  kind: (entropy) => entropy.pick(['project', 'repair', 'advice']),
  valueCents: (entropy) => `${entropy.between(2, 90)}00`,
  quotedCents: (entropy) => `${entropy.between(2, 90)}50,00`,
  finalCents: (entropy) => `${entropy.between(2, 90)}80 €`,
  date: (entropy, nowMs) => isoDay(nowMs + entropy.between(1, 20) * dayMs),
  time: (entropy) => `${entropy.between(8, 17)}:30`,
  durationMinutes: () => '60',
  reason: (entropy) => entropy.pick(['zu teuer', 'anderer Anbieter', 'nicht erreicht']),
  until: (entropy, nowMs) => isoDay(nowMs + entropy.between(2, 60) * dayMs),
  lookAgainOn: (entropy, nowMs) => isoDay(nowMs + entropy.between(10, 200) * dayMs),
  note: () => `${privateWord}: nur für uns`,
  sure: () => '1',
};

const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The form of a page as a person sends it. */
export function fillForm(page: Pick<HttpResponse, 'body'>, entropy: Entropy, nowMs: number): URLSearchParams {
  const typed = new URLSearchParams();
  for (const [name, value] of fieldsOf(page)) {
    if (name === '' || name.endsWith('-own')) continue;
    typed.set(name, value !== '' ? unescaped(value) : (typing[name]?.(entropy, nowMs) ?? ''));
  }
  pickFromList(page, typed, entropy);
  return typed;
}

/** A list of requests: all that are ticked, or those of one of its further buttons. */
function pickFromList({ body }: Pick<HttpResponse, 'body'>, typed: URLSearchParams, entropy: Entropy): void {
  const boxes = [...body.matchAll(/<input type="checkbox"[^>]* name="lead" value="([^"]+)"( checked)?/g)];
  if (boxes.length === 0) return;
  typed.delete('lead');
  for (const [, leadId = '', ticked] of boxes) if (ticked) typed.append('lead', leadId);
  const groups = [...body.matchAll(/<button[^>]* name="alike" value="([^"]+)"/g)].map(
    ([, group = '']) => group,
  );
  if (groups.length > 0 && entropy.chance(0.5)) typed.set('alike', unescaped(entropy.pick(groups)));
}
