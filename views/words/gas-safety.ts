import type { Company } from '../../domain/business/company.ts';
import type { Language } from '../../domain/lead/contact.ts';
import type { ByLanguage, InWords } from './languages.ts';

/** Austria has a number for gas alone, Switzerland sends the fire brigade; 112 is right everywhere. */
const emergency: InWords<Company['country']> = {
  DE: {
    de: 'den Notdienst Ihres Gasversorgers oder die 112',
    en: 'the emergency service of your gas supplier or 112',
  },
  AT: { de: 'den Gas-Notruf 128 oder die 112', en: 'the gas emergency number 128 or 112' },
  CH: { de: 'die Feuerwehr 118 oder die 112', en: 'the fire brigade 118 or 112' },
};

const words: ByLanguage<{ readonly title: string; readonly text: (emergency: string) => string }> = {
  de: {
    title: 'Gasgeruch? Bitte zuerst das:',
    text: (emergency) =>
      `Fenster öffnen. Kein Licht, keine Schalter, keine Klingel, kein Feuer. Alle verlassen das Haus. Erst im Freien: Rufen Sie ${emergency} an.`,
  },
  en: {
    title: 'Smell of gas? Do this first:',
    text: (emergency) =>
      `Open the windows. No lights, no switches, no doorbell, no flames. Everybody leaves the house. Only when you are outside, call ${emergency}.`,
  },
};

/** What to do when it smells of gas, in the order in which it saves lives. */
export function gasSafety(company: Company, language: Language): { title: string; text: string } {
  const { title, text } = words[language];
  return { title, text: text(emergency[company.country][language]) };
}
