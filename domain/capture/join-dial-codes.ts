/** Codes of countries and towns in fields of their own, beside the number they belong to. */
import type { Company } from '../business/company.ts';
import { phoneE164 } from './contact-data.ts';
import type { FieldRole } from './field-names.ts';
import type { Answer } from './form-answer.ts';
import { plainWords } from './plain-words.ts';

interface Numbers {
  readonly company: Company;
  readonly known: Map<FieldRole, Answer[]>;
  /** Nobody knows yet what they are. */
  readonly open: Answer[];
}

const isCountryCode =
  /^(?:phone |telefon |tel |mobile )?(?:country ?code|dial ?code|calling ?code|laendervorwahl|landesvorwahl|indicatif pays|prefisso internazionale)$/;
const isAreaCode =
  /^(?:phone |telefon |tel |mobile |handy |mobil )?(?:vorwahl|ortsvorwahl|area ?code|area|vorwahlnummer|netzvorwahl|indicatif|prefisso|prefix)$/;
const codeDigits = /^[ (]{0,2}(?:\+|00)?\d{1,6}[ )/-]{0,2}$/;

/** Joins `Vorwahl` and `Telefon`, `country_code` and `phone_number`, where together they can be dialled. */
export function joinDialCodes({ company, known, open }: Numbers): void {
  const phones = known.get('phone') ?? [];
  const [number, ...others] = phones;
  if (!number || /^\s*(?:\+|00)/.test(number.value)) return;
  const codeOf = (name: RegExp) =>
    open.find(
      ({ names, label, value }) =>
        codeDigits.test(value) && [...names, label].some((one) => name.test(plainWords(one))),
    );
  const [country, area] = [codeOf(isCountryCode), codeOf(isAreaCode)];
  const joined = join(country?.value, area?.value, number.value);
  if ((!country && !area) || phoneE164(joined, company.country) === undefined) return;
  known.set('phone', [{ ...number, value: joined }, ...others]);
  for (const code of [country, area]) if (code) open.splice(open.indexOf(code), 1);
}

function join(country: string | undefined, area: string | undefined, number: string): string {
  const digits = (code: string) => code.replace(/\D/g, '');
  // "Vorwahl: +49" is a country's.
  const abroad = country ?? (area !== undefined && /^\W*(?:\+|00)/.test(area) ? area : undefined);
  const town = abroad === area ? undefined : area;
  const hasOwn = /^\s*\(?0/.test(number);
  const within = town === undefined || hasOwn ? number.trim() : `${digits(town)} ${number.trim()}`;
  if (abroad === undefined) return within.startsWith('0') || within.startsWith('(') ? within : `0${within}`;
  return `+${digits(abroad).replace(/^00/, '')} ${within.replace(/^\(?0/, '')}`;
}
