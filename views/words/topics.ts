/** What a request is about, in our words. */
import type { Topic } from '../../domain/capture/topic.ts';
import type { ByLanguage } from './languages.ts';

export const topicLabels: Readonly<Record<Topic, ByLanguage<string>>> = {
  'heat-pump': { de: 'Wärmepumpe', en: 'Heat pump' },
  solar: { de: 'Photovoltaik und Solar', en: 'Solar' },
  'air-conditioning': { de: 'Klimaanlage', en: 'Air conditioning' },
  drain: { de: 'Abfluss', en: 'Drain' },
  bathroom: { de: 'Bad', en: 'Bathroom' },
  heating: { de: 'Heizung', en: 'Heating' },
  'hot-water': { de: 'Warmwasser', en: 'Hot water' },
  kitchen: { de: 'Küche', en: 'Kitchen' },
  toilet: { de: 'WC', en: 'Toilet' },
  tap: { de: 'Armatur', en: 'Tap' },
  pipe: { de: 'Wasserleitung', en: 'Water pipe' },
  electrics: { de: 'Elektrik', en: 'Electrics' },
};
