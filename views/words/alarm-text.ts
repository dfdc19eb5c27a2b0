/** What rings besides mail: the least that says what to do, for it passes through other hands. */
import type { AlarmWord } from '../../domain/lead/alarm-word.ts';

/** As a notification shows it, which leads to "Ich übernehme" by itself. */
export const briefEmergency = (word: AlarmWord, leadId: string): string =>
  `${word === 'Notfall' ? word : `Notfall ${word}`}, ${leadId}`;

/** In letters of which a text message holds 160, and not half as many. */
export const oneEmergency = (word: AlarmWord, leadId: string): string =>
  `${briefEmergency(word, leadId)}: bitte in der E-Mail "Ich übernehme" antippen.`;

/** How to call back came later. */
export const numberOfEmergency = (word: AlarmWord, leadId: string): string =>
  `${word === 'Notfall' ? word : `Notfall ${word}`}, ${leadId}: Die Telefonnummer ist da, sie steht in der E-Mail.`;

export const severalEmergencies = (count: number): string =>
  `${count} Notfälle, die niemand übernommen hat: bitte in die E-Mails sehen.`;
