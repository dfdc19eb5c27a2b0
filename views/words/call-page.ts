/** The form to note a phone call. German: only the owner notes one. */
import type { QuestionName } from '../../domain/lead/questions.ts';

export const callPageWords = {
  title: 'Anruf erfassen',
  button: 'Anfrage anlegen',
  visit: 'Besichtigung gleich ausmachen',
  visitHint:
    'Der Kunde bekommt dann sofort eine Bestätigung mit Kalendereintrag, wenn er eine E-Mail-Adresse hat.',
  mustSay: 'Diese Nummer ist bekannt. Gehört der Anruf zu einer Anfrage, die schon offen ist?',
  notStored: 'Der Anruf ist noch nicht gespeichert. Bitte in einer Minute noch einmal versuchen.',
} as const;

/** Whoever calls has asked before. */
export const knownCallerWords = {
  known: (who: string) => `Bekannt: ${who}`,
  earlier: (count: number) => (count === 1 ? 'eine frühere Anfrage' : `${count} frühere Anfragen`),
  belongs: (about: string) => `Gehört zu: ${about}`,
  isNew: 'Etwas Neues',
} as const;

const mayBeEmpty = 'kann leer bleiben';

/** Small, behind the label. */
export const callRemarks: Partial<Record<QuestionName, string>> = {
  phone: 'oder E-Mail',
  name: mayBeEmpty,
  message: mayBeEmpty,
  address: mayBeEmpty,
  postcode: mayBeEmpty,
  city: mayBeEmpty,
  email: mayBeEmpty,
};

/** What is asked about a call in other words than elsewhere. */
export const callLabels: Partial<Record<QuestionName, string>> = {
  kind: 'Worum geht es?',
  message: 'Was der Kunde will',
};

export const callHints: Partial<Record<QuestionName, string>> = {
  message: 'Das darf der Kunde lesen: Es kann in seiner Eingangsbestätigung stehen.',
};
