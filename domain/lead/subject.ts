/** What a request is about, in one word of the trade: ours, never the customer's, so that it may be kept elsewhere. */
import type { Request } from './request.ts';

/** The word, and how it is written inside longer ones. The first in this order wins: what is special stands before what is wide. */
const subjects: readonly (readonly [subject: string, writings: RegExp])[] = [
  ['Gas', /gasgeruch|gasleitung|gasthermen?|riecht nach gas|smell(s)? (of )?gas|gas leak/],
  ['Rohrbruch', /rohrbr[uü]ch|burst pipe|wasserschaden|rohr geplatzt/],
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
    .map((text) => subjects.find(([, writings]) => writings.test(text))?.[0])
    .find((subject) => subject !== undefined);
}
