/** Where somebody came from, as the campaign, the click and the page before say it, where the form does not. */
import type { Company } from '../business/company.ts';
import { isWithin } from '../business/mail-address.ts';
import type { Attribution, Source } from '../lead/origin.ts';
import { choices } from './field-choices.ts';
import { plainWords } from './plain-words.ts';

/** Numbers of clicks that advertising networks put into addresses. */
const clickIds =
  /^(?:gclid|gcl_id|gclsrc|gbraid|wbraid|gad_source|gad_campaignid|msclkid|dclid|fbclid|ttclid|twclid|li_fat_id|sccid|epik)$/i;
/** Networks number the clicks on what people post too. */
const socialClickIds = /^(?:fbclid|ttclid|twclid|li_fat_id|sccid|epik)$/i;
export const isClickId = (name: string): boolean => clickIds.test(name);

/** How campaigns write it; squeezed, in plain spelling. */
const paid =
  /^(?:cpc|ppc|cpm|cpv|cpa|sea|sem|paid|paidsearch|paidsocial|paidmedia|display|banner|ads?|adwords|anzeigen?|remarketing|retargeting|print|flyer|plakat|zeitung|offline)$/;
const byMail =
  /^(?:email|mail|mailing|newsletter|rundmail|mailchimp|brevo|sendinblue|cleverreach|rapidmail)$/;
const social = /^(?:social|socialmedia|socialnetwork|organicsocial|paidsocial|sm)$/;
/** Campaigns in networks are named after them: `fb_ads`, `instagram-stories`, `facebook.com`. */
const networks =
  /^(?:facebook|facebookads?|fb|ig|instagram|insta|meta|tiktok|linkedin|youtube|pinterest|snapchat|twitter|xing|threads|whatsapp|nextdoor|nebenan)$/;
const advertisers = /^(?:googleads?|adwords|googleadwords|bingads|microsoftads|adsense|gads)$/;

/** Hosts that lead here from the pages of people. Search engines are not here: whoever searches finds the website. */
const hosts: readonly (readonly [source: Source, domains: string])[] = [
  ['advertisement', 'googleadservices.com doubleclick.net googlesyndication.com'],
  [
    'social-media',
    'facebook.com fb.com fb.me instagram.com tiktok.com linkedin.com lnkd.in youtube.com youtu.be pinterest.com pinterest.de pin.it twitter.com x.com t.co threads.net xing.com nextdoor.de nebenan.de reddit.com snapchat.com com.facebook.katana com.linkedin.android',
  ],
  [
    'portal',
    'my-hammer.de myhammer.de my-hammer.at myhammer.at check24.de aroundhome.de aroundhome.com kaeuferportal.de houzz.de houzz.com renovero.ch ofri.ch daibau.de daibau.at daibau.com blauarbeit.de heizungsfinder.de daa.net handwerker-anzeiger.de 11880.com werkenntdenbesten.de dasoertliche.de gelbeseiten.de gelbe-seiten.de kleinanzeigen.de ebay-kleinanzeigen.de willhaben.at herold.at local.ch localsearch.ch buildigo.ch wirsindhandwerk.de energieheld.de energieheld.ch wattfox.de hausfrage.de bark.com wlw.de meinestadt.de',
  ],
];
const domainsOf = hosts.map(([source, list]) => [source, list.split(' ')] as const);

const sourceOfHost = (host: string): Source | undefined =>
  domainsOf.find(([, domains]) => domains.some((domain) => isWithin(host, domain)))?.[0];

const hostOf = (url: string | undefined): string | undefined =>
  url !== undefined && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : undefined;

/** Parameters of a campaign in the addresses of pages: `utm_…`, and the numbers of clicks. */
export function campaignIn(url: string | undefined): readonly (readonly [name: string, value: string])[] {
  // A path without its host is an address too: plug-ins send `/kontakt/?utm_source=…`.
  if (url === undefined || !url.includes('?') || !URL.canParse(url, 'https://here.invalid')) return [];
  return [...new URL(url, 'https://here.invalid').searchParams]
    .map(([name, value]) => [name.toLowerCase(), value.trim()] as const)
    .filter(([name, value]) => value !== '' && (/^utm_\w{1,40}$/.test(name) || isClickId(name)));
}

/**
 * @param clicks names of the click numbers that came with the form or in its page.
 * @returns `undefined`: nothing says it, or only that somebody searched.
 */
export function sourceOfCampaign(
  { utm, referrer }: Attribution,
  clicks: readonly string[],
  { website }: Pick<Company, 'website'>,
): Source | undefined {
  const host = hostOf(referrer);
  const isOwn = host !== undefined && host === hostOf(website);
  return (
    sourceOfUtm(utm.utm_source ?? '', utm.utm_medium ?? '') ??
    (clicks.some((name) => !socialClickIds.test(name)) ? 'advertisement' : undefined) ??
    (host === undefined || isOwn ? undefined : sourceOfHost(host)) ??
    (clicks.length > 0 ? 'social-media' : undefined)
  );
}

function sourceOfUtm(source: string, medium: string): Source | undefined {
  if (source === '' && medium === '') return undefined;
  const [from, by] = [plainWords(source), plainWords(medium)];
  const squeezed = from.replaceAll(' ', '');
  const way = by.replaceAll(' ', '');
  const isNetwork = from.split(' ').some((word) => networks.test(word)) || networks.test(squeezed);
  if (isNetwork) return 'social-media';
  const named = sourceOfHost(
    source
      .trim()
      .toLowerCase()
      .replace(/^www\./, ''),
  );
  if (named !== undefined) return named;
  if (social.test(way) || by.split(' ').includes('social')) return 'social-media';
  if (byMail.test(way) || byMail.test(squeezed)) return 'email';
  if (advertisers.test(squeezed) || by.split(' ').some((word) => paid.test(word))) return 'advertisement';
  const meant = choices.source(source);
  // Whoever searched came to the website, as everybody does.
  return meant === 'website' ? undefined : meant;
}

/** "fb": the network that a form of its own was filled in on. */
export const sourceOfNetwork = (text: string): Source | undefined =>
  networks.test(plainWords(text).replaceAll(' ', '')) ? 'social-media' : undefined;
