/** What the customer's answers taught, and what they say otherwise than before. German: only the owner reads it. */
import type { EventOf } from '../../domain/lead/event.ts';
import type { LearnedFact, ToldFact } from '../../domain/lead/learned.ts';
import { withoutOwnLabel } from '../../domain/listening/own-label.ts';
import { visible } from '../visitor-text.ts';

/** The names of the facts. */
export const learnedLabels: Readonly<Record<LearnedFact, string>> = {
  phone: 'Telefon',
  email: 'E-Mail',
  address: 'Adresse',
  installation: 'Vorhaben',
  timeframe: 'Zeitrahmen',
  budget: 'Budget',
  'wished-date': 'Wunschtermin',
};

/** What a different one is called. */
const newLabels: Readonly<Record<LearnedFact, string>> = {
  phone: 'neue Nummer',
  email: 'neue E-Mail-Adresse',
  address: 'neue Adresse',
  installation: 'neues Vorhaben',
  timeframe: 'neuer Zeitrahmen',
  budget: 'neues Budget',
  'wished-date': 'neuer Wunschtermin',
};

/** What the page is called that takes it. */
export const takeLabels: Readonly<Record<LearnedFact, string>> = {
  phone: 'Neue Nummer übernehmen',
  email: 'Neue E-Mail-Adresse übernehmen',
  address: 'Neue Adresse übernehmen',
  installation: 'Neues Vorhaben übernehmen',
  timeframe: 'Neuen Zeitrahmen übernehmen',
  budget: 'Neues Budget übernehmen',
  'wished-date': 'Neuen Wunschtermin übernehmen',
};

/** What the page is called that leaves it as it is. */
export const dismissLabels: Readonly<Record<LearnedFact, string>> = {
  phone: 'Neue Nummer nicht übernehmen',
  email: 'Neue E-Mail-Adresse nicht übernehmen',
  address: 'Neue Adresse nicht übernehmen',
  installation: 'Neues Vorhaben nicht übernehmen',
  timeframe: 'Neuen Zeitrahmen nicht übernehmen',
  budget: 'Neues Budget nicht übernehmen',
  'wished-date': 'Neuen Wunschtermin nicht übernehmen',
};

/** On the button beside it. */
export const dismissLabel = 'Nicht übernehmen';

const shownLength = 60;

/** Behind the name of the fact, which is not said twice. */
const shown = (fact: LearnedFact, value: string | undefined, length: number): string =>
  withoutOwnLabel(fact, visible(value, length) ?? '');

/** On the button: "neue Nummer: 0151 2345678 übernehmen". */
export const takeInWords = ({ fact, value }: ToldFact): string =>
  `${newLabels[fact]}: ${shown(fact, value, shownLength)} übernehmen`;

export function insteadOf(fact: LearnedFact, known: string | undefined): string | undefined {
  if (known === undefined) return undefined;
  const before = `Bisher: ${visible(known, 200) ?? ''}`;
  return fact === 'phone' ? `${before}. Diese Nummer bleibt als weitere Nummer stehen.` : before;
}

export const dismissedConsequence = (told: string | undefined, known: string | undefined): string =>
  [
    ...(told === undefined ? [] : [`„${visible(told, 200) ?? ''}“ wird verworfen.`]),
    ...(known === undefined ? [] : [`Es bleibt bei: ${visible(known, 200) ?? ''}`]),
  ].join(' ');

export const keptInWords = (fact: LearnedFact, known: string | undefined): string =>
  known === undefined
    ? 'Nicht übernommen.'
    : `Nicht übernommen. Es bleibt bei ${learnedLabels[fact]}: ${visible(known, 200) ?? ''}`;

/** On the timeline. */
export const dismissedInWords = ({ fact, value }: EventOf<'fact-dismissed'>): string =>
  `Nicht übernommen: ${learnedLabels[fact]} ${visible(value, 120) ?? ''}`.trim();

export const takenInWords = (fact: LearnedFact, value: string | undefined): string =>
  `Übernommen. ${learnedLabels[fact]}: ${shown(fact, value, 200)}`;

/** On the timeline. */
export function learnedInWords({ fact, value, from, instead }: EventOf<'fact-learned'>): string {
  const before = visible(instead, 120);
  const told = `${learnedLabels[fact]} ${shown(fact, value, 120)}`.trim();
  return `${from === 'answer' ? 'Aus der Antwort' : 'Übernommen'}: ${told}${before ? ` (bisher ${before})` : ''}`;
}

export const learnedWords = {
  /** Above what was filled in. */
  filled: 'Neu eingetragen',
  /** Above what waits for a tap. */
  differs: 'Steht bisher anders da',
  place: {
    subject: (who: string) => `${who} hat die Adresse geschickt`,
    because: (who: string, when: string) =>
      `${who} hat die Adresse für die Besichtigung geschickt. Der Termin am ${when} bleibt, wie er ist.`,
  },
  yes: {
    subject: (who: string) => `${who} hat kurz auf den Termin geantwortet`,
    because: (who: string, when: string) =>
      `${who} hat kurz auf den Termin am ${when} geantwortet. Er bleibt, wie er ist, und Sie müssen nichts tun.`,
  },
  afterVisit: {
    subject: (who: string) => `${who} hat nach der Besichtigung kurz geschrieben`,
    because: (who: string, when: string) =>
      `${who} hat nach der Besichtigung am ${when} kurz geschrieben. Eine Antwort ist nicht nötig.`,
  },
  phone: {
    /** @param who left out: he has no name, and is known by this number. */
    subject: (who: string | undefined, phone: string) =>
      `Nummer ist da, bitte anrufen: ${[phone, who].filter(Boolean).join(' – ')}`,
    because: (who: string | undefined, phone: string) =>
      `${who ?? 'Der Kunde'} hat die Telefonnummer geschickt: ${phone}. Bitte gleich anrufen.`,
  },
} as const;
