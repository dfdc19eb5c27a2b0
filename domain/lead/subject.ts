/** What a request is about, in one word of the trade: ours, never the customer's, so that it may be kept elsewhere. */
import type { Request } from './request.ts';

/** The word, and how it is written inside longer ones. These count before everything else. */
const dangers: readonly (readonly [subject: string, writings: RegExp])[] = [
  ['Gas', /gasgeruch|gasleitung|gasthermen?|riecht nach gas|smell(s)? (of )?gas|gas leak/],
  ['Rohrbruch', /rohrbr[uü]ch|burst pipe|wasserschaden|rohr geplatzt/],
];

const subjects: readonly (readonly [subject: string, writings: RegExp])[] = [
  ['Wärmepumpe', /w(ä|ae)rmepumpe|heat pump/],
  ['Photovoltaik', /photovoltaik|pv-?anlage|solarstrom/],
  ['Solar', /solar/],
  ['Wallbox', /wallbox|ladestation/],
  ['Fußbodenheizung', /fu(ß|ss)bodenheizung/],
  ['Heizkörper', /heizk(ö|oe)rper|thermostat|radiator/],
  ['Heizung', /heizung|heizkessel|therme\b|brenner|heating|boiler/],
  ['Warmwasser', /warm\s?wasser|hot water|durchlauferhitzer/],
  ['Klimaanlage', /klima(anlage|ger(ä|ae)t)?\b|air condition/],
  ['Lüftung', /l(ü|ue)ftung/],
  ['Abfluss', /abflu(ss|ß)|verstopf|siphon|kanal|drain/],
  ['Dusche', /dusch|shower/],
  ['WC', /\bwc\b|toilette|sp(ü|ue)lkasten|toilet/],
  ['Wasserhahn', /wasserhahn|armatur|mischbatterie|\btap\b|faucet/],
  [
    'Bad',
    /\bb(a|ä)d(er)?\b|\bbad(sanierung|umbau|renovierung|erneuerung|ezimmer|modernisierung)|badezimmer|bathroom/,
  ],
  ['Küche', /k(ü|ue)che|kitchen/],
  ['Dach', /\bdach|dachrinne|roof/],
  ['Elektrik', /elektr|steckdose|sicherungskasten/],
  ['Wasserleitung', /wasserleitung|leitung|rohr|pipe/],
];

const maxSearched = 2_000;

/** @returns `undefined`: it names none of them. */
export function subjectOf({
  installation,
  message,
}: Pick<Request, 'installation' | 'message'>): string | undefined {
  return [installation, message]
    .map((text) => (text ?? '').slice(0, maxSearched).toLowerCase())
    .map((text) => firstIn(text, dangers) ?? firstIn(text, subjects))
    .find((subject) => subject !== undefined);
}

/** What is said first is what it is about; of two at one place the first of the list. */
function firstIn(text: string, list: typeof subjects): string | undefined {
  const found = list
    .map(([subject, writings]) => ({ subject, at: text.search(writings) }))
    .filter(({ at }) => at >= 0);
  return found.toSorted((one, other) => one.at - other.at)[0]?.subject;
}
