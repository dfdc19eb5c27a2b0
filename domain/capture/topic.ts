/** What a request is about, by the trade's own words for it: where its text is not repeated, our word for it is. */
import { plainWords } from './plain-words.ts';

export const topics = [
  'heat-pump',
  'solar',
  'air-conditioning',
  'drain',
  'bathroom',
  'heating',
  'hot-water',
  'kitchen',
  'toilet',
  'tap',
  'pipe',
  'electrics',
] as const;
export type Topic = (typeof topics)[number];

const maxLength = 10_000;

/** Stems in the spelling of `plainWords`. What is special stands before what is general: a heat pump heats too. */
const stems: Readonly<Record<Topic, string>> = {
  'heat-pump': 'waermepumpe|heat pump|pompe a chaleur|pompa di calore',
  solar: 'photovoltaik|pv anlage|solar|balkonkraftwerk|panneaux sol|fotovoltaic',
  'air-conditioning':
    'klimaanlage|klimagerat|klimageraet|klimatisierung|air condition|climatisation|climatizzat',
  drain: 'abfluss|verstopf|kanal|rohrreinig|blocked drain|clogged|canalisation|scarico',
  bathroom:
    'bad |baeder|badezimmer|badsanierung|badumbau|dusche|badewanne|bathroom|shower|salle de bain|bagno|doccia',
  heating:
    'heiz|therme|kessel|brenner|radiator|thermostat|boiler|heating|chauffage|chaudiere|riscaldamento|caldaia',
  'hot-water': 'warmwasser|durchlauferhitzer|hot water|eau chaude|acqua calda',
  kitchen: 'kueche|spuele|geschirrspuel|kitchen|cuisine|cucina',
  toilet: 'wc |toilette|spuelkasten|toilet|gabinetto',
  tap: 'wasserhahn|armatur|mischbatterie|water tap|kitchen tap|mixer tap|faucet|robinet|rubinetto',
  pipe: 'rohr|wasserleitung|leckage|undicht|tropft|pipe|leak|tuyau|fuite|tubo|perdita',
  electrics:
    'elektr|steckdose|sicherungskasten|wallbox|ladestation|electric|socket|prise electrique|presa elettrica',
};
const patterns = topics.map((topic) => ({ topic, pattern: new RegExp(` (?:\\w{0,20}(?:${stems[topic]}))`) }));

/** The topic of a text; `undefined`: it names none. */
export function topicOf(text: string): Topic | undefined {
  const words = ` ${plainWords(text.slice(0, maxLength))} `;
  return patterns.find(({ pattern }) => pattern.test(words))?.topic;
}
