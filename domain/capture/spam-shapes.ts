/** Shapes of text that robots and advertisers send to forms everywhere, and customers of a trade hardly ever. */
import type { Contact } from '../lead/contact.ts';
import type { Request } from '../lead/request.ts';

/** As much as is looked at: an advertisement says it at once. */
const maxLength = 8_000;

/** Links as forums want them. Nobody types these into a field for a message. */
const forumMarkup = /\[(?:url|link|img)\b[=\]]|<a\s[^<>]{0,200}href|\[\/(?:url|link)\]/i;

const link = /https?:\/\/|\bwww\.|\bt\.me\/|\bwa\.me\/|\bbit\.ly\//i;

/** Somebody may write to us in Russian or Chinese; with a link in it, it is written to everybody. */
const foreignScript = /[\p{Script=Cyrillic}\p{Script=Han}\p{Script=Thai}\p{Script=Arabic}]/gu;
const mostForeignLetters = 20;

/**
 * What is offered, one line per offer, as whole words. A customer may name one of them ("our casino needs new toilets"), so one
 * counts only beside a link, and without a link two are needed.
 */
const offers = `
backlink, backlinks, linkaufbau, link building, linkbuilding, dofollow, do-follow, domain authority, domain rating
gastbeitrag, gastbeiträge, gastartikel, guest post, guest posts, guest posting, sponsored post, sponsored article, article invité, articolo sponsorizzato
suchmaschinenoptimierung, seo, seo-optimierung, seo optimierung, seo services, référencement naturel, posizionamento google
google ranking, google-ranking, erste seite bei google, seite 1 bei google, platz 1 bei google, first page of google, page one of google, top of google, rank higher, première page de google, prima pagina di google
mehr besucher auf ihrer website, mehr traffic, website traffic, targeted traffic, organic traffic, increase your traffic
your website design, redesign your website, web design services, neugestaltung ihrer website, ihre website überarbeiten, refonte de votre site
visited your website, checking your website, came across your website, found your website, auf ihre website gestoßen, ihre website analysiert, fehler auf ihrer website
online casino, online-casino, casino bonus, casino online, free spins, freispiele, slot machines, sportwetten, sports betting, онлайн казино, казино онлайн
bitcoin, bitcoins, ethereum, crypto, kryptowährung, kryptowährungen, krypto trading, crypto trading, forex, binäre optionen, binary options, passive income, passives einkommen
sofortkredit, kredit ohne schufa, business loan, business loans, payday loan, instant loan, funding for your business, investoren suchen, crédit rapide
viagra, cialis, levitra, pharmacy online, online pharmacy, weight loss, abnehmen ohne, cbd oil
followers, instagram follower, followers on instagram, youtube views, bewertungen kaufen, google bewertungen kaufen, buy reviews, google reviews
email list, email database, mailing list, adressliste, e-mail-adressen von entscheidern, lead generation, leadgenerierung, b2b leads, cold email
explainer video, erklärvideo, mobile app development, app entwickeln lassen, chatbot for your website
milf, escort, escorts, sex dating, dating site, hot girls, nudes, onlyfans
продвижение сайта, продвижение сайтов, раскрутка сайта, раскрутка сайтов
заработок, заработок в интернете, кредит онлайн, купить диплом
прогон хрумером, хрумер, хрумером
`
  .trim()
  .split('\n')
  .map((line) => line.split(', ').join('|'));

const pitches = offers.map((words) => new RegExp(`(?<![\\p{L}\\d])(?:${words})(?![\\p{L}\\d])`, 'u'));
/** In most texts there is none of them, not even within another word. */
const anyPitch = new RegExp(offers.join('|'));

/** `hGtRzPqLm`: capitals all over the word. People whose names have one or two inside are called McDonald or DiCaprio. */
const scrambledCase = /\p{Ll}\p{Lu}/gu;
const mostInnerCapitals = 2;

function isScrambled(name: string): boolean {
  return name
    .split(/[\s-]+/)
    .some((word) => word.length >= 8 && (word.match(scrambledCase)?.length ?? 0) > mostInnerCapitals);
}

/** Is it one of these shapes? */
export function hasSpamShape({
  contact,
  request,
}: {
  readonly contact: Pick<Contact, 'name'>;
  readonly request: Pick<Request, 'message' | 'installation' | 'extra'>;
}): boolean {
  const name = (contact.name ?? '').slice(0, 200);
  const parts = [name, request.message, request.installation, ...request.extra.map(({ value }) => value)];
  const text = parts.filter(Boolean).join('\n').slice(0, maxLength);
  if (isScrambled(name) || forumMarkup.test(text) || link.test(name)) return true;
  const hasLink = link.test(text);
  const lower = text.toLowerCase();
  const offered = anyPitch.test(lower) ? pitches.filter((pitch) => pitch.test(lower)).length : 0;
  if (offered >= (hasLink ? 1 : 2)) return true;
  return hasLink && (text.match(foreignScript)?.length ?? 0) > mostForeignLetters;
}
