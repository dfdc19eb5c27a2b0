/** Where a request came from: page, campaign, source, and what its sender agreed to. */
import type { Company } from '../business/company.ts';
import type { Attribution, Consent, Source } from '../lead/origin.ts';
import type { Moment } from '../time/moment.ts';
import { campaignIn, isClickId, sourceOfCampaign, sourceOfNetwork } from './campaign.ts';
import { choices } from './field-choices.ts';
import type { Answer } from './form-answer.ts';
import type { Sheet } from './form-sheet.ts';
import { readChoice } from './read-choice.ts';
import { cut, given, onOneLine, type Reading } from './reading.ts';

/** Cut, never refused: no customer is to blame for the page he came from. */
const maxAsideLength = 1000;
const maxUtmParameters = 20;

/** @param from the page the form stood on, if the form itself does not say. */
export function readAttribution(
  read: Reading,
  { utm }: Sheet,
  from: string | undefined,
  company: Company,
): Attribution {
  const [typedPage, typedReferrer] = [read.one('page'), read.one('referrer')];
  // Services call the page of the form its referrer.
  const isPage =
    typedPage === undefined && typedReferrer !== undefined && isOnOurSite(typedReferrer, company);
  const asSent = typedPage ?? (isPage ? typedReferrer : undefined) ?? from;
  const page = asSent && absolutePage(asSent, from ?? company.website);
  const referrer = isPage ? undefined : typedReferrer;
  const campaign = new Map<string, string>();
  const parameters = [
    ...utm.map(({ names, value }) => [names[0]?.toLowerCase() ?? '', value] as const),
    ...campaignIn(page),
    ...(referrer !== undefined && isOnOurSite(referrer, company) ? campaignIn(referrer) : []),
  ].filter(([name]) => name.startsWith('utm_'));
  for (const [name, value] of parameters) {
    if (campaign.size >= maxUtmParameters || campaign.has(name)) continue;
    campaign.set(name, cut(onOneLine(value), maxAsideLength));
  }
  const aside = [
    { name: 'page', value: page },
    { name: 'referrer', value: referrer },
    ...[...campaign].map(([name, value]) => ({ name, value })),
  ];
  for (const { name, value } of aside) {
    if (value !== undefined) read.entered.push({ name, value: cut(value, maxAsideLength) });
  }
  return given<Attribution>({
    page: page && cut(page, maxAsideLength),
    referrer: referrer && cut(referrer, maxAsideLength),
    utm: Object.fromEntries(campaign),
  });
}

/** WordPress names the page without its site. */
function absolutePage(page: string, site: string): string {
  const isPath = /^\/(?!\/)\S*$/.test(page);
  return isPath && URL.canParse(page, site) ? new URL(page, site).href : page;
}

function isOnOurSite(url: string, { origins, website }: Company): boolean {
  if (!URL.canParse(url)) return false;
  const { origin } = new URL(url);
  return origins.includes(origin) || (URL.canParse(website) && new URL(website).origin === origin);
}

/** What the form says in words we know; else the campaign; a word that nobody knows is some other source. */
export function readSource(
  read: Reading,
  { machinery }: Sheet,
  attribution: Attribution,
  company: Company,
): Source | undefined {
  const said = read.all('source');
  const source = readChoice(read, 'source', choices.source);
  const beside = [...machinery, ...read.left];
  const inPage = [attribution.page, attribution.referrer].flatMap(campaignIn).map(([name]) => name);
  const clicks = [...beside.flatMap(({ names }) => names.slice(-1)), ...inPage].filter(isClickId);
  return (
    source ??
    sourceOfCampaign(attribution, clicks, company) ??
    beside.flatMap((answer) => networkOf(answer) ?? [])[0] ??
    (said.length > 0 ? 'other' : undefined)
  );
}

const networkOf = ({ names, value }: Answer): Source | undefined =>
  names.at(-1)?.toLowerCase() === 'platform' ? sourceOfNetwork(value) : undefined;

/** A box that was ticked, in the ways forms say so. */
const ticked = /(^|, )(true|on|yes|ja|1|y|j|checked)($|, )/i;

/** @param wording what somebody agrees to if the form does not say what it showed. */
export function readConsent(
  read: Reading,
  {
    wording,
    now,
    page,
  }: { readonly wording: string; readonly now: Moment; readonly page: string | undefined },
): Consent | undefined {
  const agreed = read.all('consent').some(({ value }) => ticked.test(value));
  if (!agreed) {
    read.left.push(...read.all('consent'));
    return undefined;
  }
  const shown = read.one('consentWording');
  const words = shown === undefined ? wording : cut(shown, maxAsideLength);
  read.entered.push({ name: 'consent', value: 'true' }, { name: 'consentWording', value: words });
  return given<Consent>({ at: now, wording: words, page });
}
