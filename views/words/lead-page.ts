/** What the pages of a lead say besides the lead itself. German: only the owner sees them. */

import { notTransferred } from './lost-files.ts';
import { sz } from './regional.ts';

export const leadPageWords = {
  request: 'Anfrage',
  nextSteps: 'Nächste Schritte',
  standing: 'Stand',
  history: 'Verlauf',
  more: 'Mehr',
  notKnown: `wei${sz} der Kunde noch nicht`,
  whole: 'Ganze Anfrage ansehen',
  reply: 'Die Antwort',
  call: 'Der Anruf',
  otherAddress: 'Von einer anderen Adresse:',
  whereTo: 'Wohin soll die Anfrage?',
  files: 'Fotos und Anhänge',
  file: 'Datei',
  virus: 'Mit Virusverdacht: Anhänge werden nicht angeboten.',
  original: 'Originalnachricht',
  merged: 'Zusammengelegt',
  taken: 'Dazu kam',
  lost: notTransferred,
} as const;

/** The names of facts, as they stand before what is known. */
export const factNames = {
  probability: 'Wahrscheinlichkeit',
  value: 'Wert',
  weighted: 'Gewichtet',
  visit: 'Besichtigung',
  reason: 'Grund',
  lookAgainOn: 'Wiedervorlage',
  assignedTo: 'Bei',
  nextReminder: 'Nächste Erinnerung',
  capturedAt: 'Eingegangen',
  source: 'Quelle',
  mailbox: 'Postfach',
  portal: 'Portal',
  deadline: 'Frist',
  portalRequest: 'Anfrage',
  earlierRequest: 'Frühere Anfrage',
  laterRequests: 'Spätere Anfragen',
  goesOnIn: 'Geht weiter in',
  otherNumbers: 'Dem Kunden auch genannt',
  kind: 'Art',
  urgency: 'Dringlichkeit',
  installation: 'Vorhaben',
  timeframe: 'Zeitrahmen',
  budget: 'Budget',
  photos: 'Fotos',
  company: 'Firma',
  email: 'E-Mail',
  address: 'Adresse',
  unnamed: 'Feld',
} as const;

/** Why a lead is closed of which nobody gave a reason. */
export const closedBy = { spam: 'Spam', erasing: 'Daten gelöscht', merging: 'zusammengelegt' } as const;

export const viewOn = (portal: string): string => `auf ${portal} ansehen`;

/** A listed key word that decided is named, so that a wrong guess is understood. */
export const becauseOf = (text: string, word: string): string => `${text} (wegen „${word}“)`;

/** What the button says that leads to an address: one to dial, one to write to, or a map. */
export function reachBy(url: string, value: string): string {
  if (url.startsWith('tel:')) return `Anrufen: ${value}`;
  return url.startsWith('mailto:') ? 'E-Mail schreiben' : 'Karte';
}
