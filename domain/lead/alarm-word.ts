/** What an emergency is about in one word: all that may leave by a channel that others read. */
import { topicOf } from '../capture/topic.ts';
import type { Lead } from './lead.ts';

/** Not the rooms where it is seen: what runs there is water. */
const wordsOf = {
  'hot-water': 'Heizung',
  heating: 'Heizung',
  'heat-pump': 'Heizung',
  electrics: 'Strom',
  pipe: 'Wasser',
  tap: 'Wasser',
  toilet: 'Wasser',
  drain: 'Abfluss',
} as const;

/** Stems that say it, whatever else is named. */
const water =
  /wasser|ueberschwemm|überschwemm|rohrbruch|geplatzt|tropf|undicht|leck|flut|water|flood|leak|pipe/i;
const cold = /warm ?wasser|heiz|therme|brenner|heating|hot water/gi;

export type AlarmWord = 'Gas' | (typeof wordsOf)[keyof typeof wordsOf] | 'Notfall';

export function alarmWord({ request }: Pick<Lead, 'request'>): AlarmWord {
  if (request.gas) return 'Gas';
  for (const text of [request.urgencyWord, request.message]) {
    const word = text === undefined ? undefined : wordOf(text);
    if (word !== undefined) return word;
  }
  return 'Notfall';
}

function wordOf(text: string): AlarmWord | undefined {
  // A heater without hot water is cold, one that leaks is wet.
  if (water.test(text.replaceAll(cold, ' '))) return 'Wasser';
  const topic = topicOf(text);
  return topic !== undefined && Object.hasOwn(wordsOf, topic)
    ? wordsOf[topic as keyof typeof wordsOf]
    : undefined;
}
