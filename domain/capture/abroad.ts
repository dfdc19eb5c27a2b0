/** Whoever lives across the border: which country that is, and how his number is dialled from there. */
import type { Company } from '../business/company.ts';
import { phoneE164 } from './contact-data.ts';

type Country = Company['country'];

/** Towns of which every reader knows the country; of any other a postcode of four digits may be in both. */
const towns: Readonly<Record<'AT' | 'CH', string>> = {
  AT: 'Wien|Vienna|Graz|Linz|Salzburg|Innsbruck|Klagenfurt|Villach|Wels|St\\. Pölten|Sankt Pölten|Dornbirn|Wiener Neustadt|Steyr|Feldkirch|Bregenz|Leonding|Klosterneuburg|Leoben|Krems|Traun|Amstetten|Kapfenberg|Mödling|Hallein|Kufstein|Braunau|Schärding|Kitzbühel|Lustenau|Bludenz|Hohenems|Rankweil|Hörbranz|Lochau|Vöcklabruck|Eisenstadt|Lienz|Reutte|Telfs|Wörgl|Schwaz|Spittal|Stockerau|Tulln|Schwechat',
  CH: 'Zürich|Zurich|Genf|Genève|Basel|Lausanne|Bern|Winterthur|Luzern|St\\. Gallen|Sankt Gallen|Lugano|Biel|Thun|Köniz|Schaffhausen|Chur|Uster|Sion|Zug|Frauenfeld|Aarau|Riehen|Allschwil|Muttenz|Pratteln|Liestal|Kreuzlingen|Romanshorn|Arbon|Rorschach|Olten|Solothurn|Davos|St\\. Moritz|Wettingen|Dietikon|Dübendorf|Emmen|Kriens|Rapperswil|Bellinzona|Locarno|Neuchâtel|Montreux|Kloten|Bülach|Herisau|Weinfelden',
};
const isIn = (list: string) => new RegExp(`^(?:${list})(?!\\p{L})`, 'u');
const inAustria = isIn(towns.AT);
const inSwitzerland = isIn(towns.CH);
const withPostcode = new RegExp(`(?<![\\d.,+-])(\\d{4}) (${towns.AT}|${towns.CH})(?!\\p{L})`, 'u');

export const isTownAbroad = (city: string): boolean => inAustria.test(city) || inSwitzerland.test(city);

/** A postcode of four digits with a town that everybody knows, wherever it stands in a sentence. */
export function knownTownIn(line: string) {
  const [, postcode = '', city = ''] = withPostcode.exec(line) ?? [];
  return postcode === '' ? undefined : { postcode, city, index: line.indexOf(`${postcode} ${city}`) };
}

/** A national number of a mobile network, digits alone. */
const mobile: Readonly<Record<Country, RegExp>> = {
  DE: /^01[567]\d{8,9}$/,
  AT: /^06[5-9]\d{7,11}$/,
  CH: /^07[5-9]\d{7}$/,
};

const digitsOf = (number: string): string => number.replace(/\D/g, '');

/** Which of the countries of four digits it is, where the town tells it; else both may be. */
function countriesOf({ postcode, city = '' }: Place): readonly Country[] {
  if (postcode === undefined) return [];
  if (/^\d{5}$/.test(postcode)) return ['DE'];
  if (!/^\d{4}$/.test(postcode)) return [];
  if (inAustria.test(city)) return ['AT'];
  return inSwitzerland.test(city) ? ['CH'] : ['AT', 'CH'];
}

interface Place {
  readonly postcode?: string | undefined;
  readonly city?: string | undefined;
}

/**
 * A number as it is dialled, of somebody who lives there: in national form it is one of his own country, unless it can only be
 * of a mobile network here.
 * @returns E.164; `undefined`: no complete number.
 */
export function phoneOfPlace(number: string, place: Place, home: Country): string | undefined {
  const atHome = phoneE164(number, home);
  const isNational = /^\D*0(?!0)/.test(number) && !/^\s*\(?\+/.test(number);
  const digits = digitsOf(number);
  const countries = countriesOf(place);
  if (!isNational || countries.length === 0 || countries.includes(home) || mobile[home].test(digits)) {
    return atHome;
  }
  // Of two countries the network decides.
  const [abroad] = countries.length === 1 ? countries : countries.filter((one) => mobile[one].test(digits));
  return (abroad && phoneE164(number, abroad)) ?? atHome;
}
