import { expect, test } from 'vitest';
import { topicOf } from '../../../domain/capture/topic.ts';

test.each([
  ['Die Heizung fällt aus', 'heating'],
  ['Unser Gästebad soll schöner werden', 'bathroom'],
  ['Wir möchten eine Wärmepumpe statt der Gasheizung', 'heat-pump'],
  ['Der Abfluss in der Küche ist verstopft', 'drain'],
  ['The heating does not work', 'heating'],
  ['Notre chauffage est en panne', 'heating'],
  ['La caldaia non parte', 'heating'],
  ['Aus dem Rohr tropft es', 'pipe'],
  ['Die Toilette läuft nach', 'toilet'],
])('"%s" is about %s', (text, topic) => {
  expect(topicOf(text)).toBe(topic);
});

test.each([
  'Bitte um Rückruf',
  'Ich komme aus Baden-Baden',
  'Frage zur Versicherung',
  'Notre entreprise cherche un partenaire',
  '',
])('"%s" names no topic', (text) => {
  expect(topicOf(text)).toBeUndefined();
});
