/** The field that no visitor of our own form sees is `website`. Firms are asked for theirs under the same name. */
import { emailDomain, isWithin } from '../business/mail-address.ts';
import { isCompanyName } from '../lead/person-name.ts';
import { saysNothing } from './mail-repair.ts';
import { plainWords } from './plain-words.ts';

export interface Evidence {
  /** What stands in the field. */
  readonly website: string;
  /** The company that was named in a field of its own. */
  readonly company: string | undefined;
  readonly name: string | undefined;
  readonly email: string | undefined;
  /** Where the form stands: a browser that fills in addresses takes that one. */
  readonly ownPages: readonly (string | undefined)[];
  /** All that was written. */
  readonly text: string;
  /** Somebody needs help at once. */
  readonly isEmergency: boolean;
}

/** What robots sell, in four languages. */
const advertising =
  /(?<!\p{L})(?:seo|backlinks?|link ?building|guest posts?|gastbeitr\p{L}{1,3}|domain authority|first page of google|google ranking|top (?:of )?google|suchmaschinenoptimierung|casino|crypto|krypto|bitcoin|forex|viagra|cialis|porn\p{L}*|sex ?date|replica|payday|loan offer|investment opportunity|web design services|webdesign services|explainer video|leads? for sale|email list|unsubscribe|opt.?out|click here|limited offer)(?!\p{L})/iu;
/** More links than that in one text are what it is about. */
const maxLinks = 1;

/** As much as is searched for it. */
const maxSearchedLength = 20_000;

/** Providers whose domain says nothing about who writes. */
const freeMail =
  /^(?:gmail|googlemail|gmx|web|t-online|freenet|outlook|hotmail|live|msn|yahoo|icloud|me|aol|posteo|mailbox|bluewin|sunrise|hispeed|aon|chello|proton|protonmail|mail|yandex)\./;

/**
 * Only a robot fills it in, unless it stands beside a firm, holds the site of the sender's mail address or that of the form
 * itself, says "keine", or somebody's house is under water: emergencies are never put aside.
 */
export function honeypotSpeaks(evidence: Evidence): boolean {
  const { website, company, name, email, ownPages, isEmergency } = evidence;
  const text = evidence.text.slice(0, maxSearchedLength);
  if (isEmergency || saysNothing(website)) return false;
  const isAdvertising =
    advertising.test(text) || (text.match(/https?:\/\/|(?<![/\w])www\./gi)?.length ?? 0) > maxLinks;
  if (isAdvertising) return true;
  if (company !== undefined || isCompanyName(name ?? '')) return false;
  if (isFilledIn(evidence)) return false;
  const host = hostOf(website);
  return (
    host === undefined || !(isSiteOf(host, email) || ownPages.some((page) => page && hostOf(page) === host))
  );
}

/** Browsers fill in the person's own name or address. A robot puts one word into every field. */
function isFilledIn({ website, name, email, text }: Evidence): boolean {
  const typed = plainWords(website);
  if (typed === '' || typed === plainWords(text)) return false;
  const isName = name?.trim().includes(' ') && typed === plainWords(name);
  return isName || (email !== undefined && website.trim().toLowerCase() === email);
}

function hostOf(website: string): string | undefined {
  const typed = website.trim();
  const url = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`;
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : undefined;
}

function isSiteOf(host: string, email: string | undefined): boolean {
  if (email === undefined) return false;
  const domain = emailDomain(email);
  return !freeMail.test(domain) && (isWithin(host, domain) || isWithin(domain, host));
}
