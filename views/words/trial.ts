/** Said on every page of a business that only tries things out. */
import type { ByLanguage } from './languages.ts';

export const trialWords: ByLanguage<string> = {
  de: 'Probebetrieb: E-Mails können dichter aufeinander folgen als sonst.',
  en: 'Trial run: e-mails may follow each other more closely than usual.',
};
