/** Mail addresses and phone numbers as people type them, and as they compare. */
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Company } from '../business/company.ts';

/** Printable ASCII that RFC 5321 allows unquoted; more is accepted by no provider that matters. */
const localPart = /^(?!\.)(?!.*\.\.)[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}(?<!\.)$/;
const hostName = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+([a-z]{2,63}|xn--[a-z0-9-]{2,59})$/;

/**
 * A mail address in the form it is stored and compared: lower case, without what people and forms put around it
 * (`Erika <erika@example.de>`, `mailto:`, a full stop at the end). A domain with umlauts keeps them.
 * @returns `undefined` if no mail can go there.
 */
export function normaliseEmail(typed: string): string | undefined {
  const bare = typed.match(/<([^<>]*)>\s*$/)?.[1] ?? typed;
  const email = bare
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/[.,;]+$/, '')
    .normalize('NFC')
    .toLowerCase();
  const at = email.lastIndexOf('@');
  const domain = email.slice(at + 1);
  const fits = at > 0 && email.length <= 254 && localPart.test(email.slice(0, at)) && isHostName(domain);
  return fits ? email : undefined;
}

function isHostName(domain: string): boolean {
  // Only letters, digits, hyphens and dots, so that nothing but the host can end up in the URL.
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain) || !URL.canParse(`http://${domain}`)) return false;
  return hostName.test(new URL(`http://${domain}`).hostname);
}

/** As many digits as the shortest number within a town. */
const minDigits = 4;

/** Could somebody be called there? Any spelling counts, with remarks such as "ab 17 Uhr". */
export function looksLikePhone(typed: string): boolean {
  return typed.replace(/\D/g, '').length >= minDigits;
}

/** A number as it is dialled: from abroad with +, within the country with 0. Remarks and further numbers end it. */
const dialled = /(?<!\d)[+0][\d\s()/.–-]+/g;

/** A bracket that holds digits alone, with more of them behind it: an area code, or the zero that is not dialled from abroad. */
const bracket = /\((\+?\d{1,6} ?\)[ /–-]{0,3}\d)?/g;
/** How long a recording or a fax is. */
const amount =
  /(?<=\d[ ,;|–-]{1,4})\d{1,4} ?(?:s|sek|sekunden?|secs?|seconds?|min|mins|minuten?|minutes?|seiten?|blatt|pages?)(?![\p{L}\d])/giu;
/** No country and area code together are longer. */
const maxCodeDigits = 6;

/**
 * The text with numbers as they are dialled: what stands behind one in brackets, or how long it took, is not a part of it
 * ("089 5550613 (32 Sekunden)", "(2)"). As long as before, so that places stay the same.
 */
export function withoutRemarks(text: string): string {
  return text
    .replace(amount, (found) => ';'.repeat(found.length))
    .replace(bracket, (found, code: string | undefined, at: number) => {
      const before = /[\d /.–-]*$/.exec(text.slice(Math.max(0, at - 30), at))?.[0].replace(/\D/g, '') ?? '';
      return code !== undefined && before.length < maxCodeDigits ? found : `;${found.slice(1)}`;
    });
}

/**
 * The first complete number as E.164. Without an area code or a country it is not complete: the same digits are another
 * telephone in the next town. In all three countries a national number begins with 0.
 */
export function phoneE164(typed: string, country: Company['country']): string | undefined {
  for (const [digits] of withoutRemarks(typed).matchAll(dialled)) {
    const number = parsePhoneNumberFromString(digits, country);
    if (number?.isValid()) return number.number;
  }
  return undefined;
}
