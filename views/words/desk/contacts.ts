/** People: the list, one of them, and two that become one. */
import type { Suppression } from '../../../domain/ports/contact-store.ts';

const requests = (count: number) => (count === 1 ? '1 Anfrage' : `${count} Anfragen`);

export const contactsWords = {
  title: 'Personen',
  lately: 'Zuletzt in Bewegung',
  none: 'Noch hat niemand angefragt.',
  nothing: (typed: string) => `Niemand gefunden für „${typed}“.`,
  count: (count: number) => (count === 1 ? '1 Person gefunden' : `${count} Personen gefunden`),
  older: 'Frühere',
  requestCount: requests,
  lastOn: (day: string) => `zuletzt ${day}`,
} as const;

export const contactWords = {
  unknown: 'Ohne Namen',
  open: 'Offen',
  closed: 'Abgeschlossen',
  noOpen: 'Zurzeit ist nichts offen.',
  reach: 'Erreichbar',
  noWay: 'Weder Nummer noch E-Mail-Adresse bekannt.',
  call: (phone: string) => `${phone} anrufen`,
  phones: 'Telefon',
  emails: 'E-Mail',
  places: 'Adresse',
  company: 'Firma',
  since: 'Erste Anfrage',
  more: 'Es gibt noch mehr Anfragen dieser Person. Die Suche findet sie.',
  later: 'Einwilligung und Löschen stehen bei jeder einzelnen Anfrage.',
  join: 'Mit einer anderen Person zusammenlegen',
  joined: 'Zusammengelegt. Alle Anfragen stehen jetzt hier, und jede Nummer und Adresse führt hierher.',
} as const;

/** Why an address gets no mails. */
export const suppressedInWords: Readonly<Record<Suppression['reason'], (day: string) => string>> = {
  stopped: (day) => `möchte seit ${day} keine E-Mails`,
  bounced: (day) => `E-Mails kommen seit ${day} nicht an`,
  complained: (day) => `hat sich am ${day} über E-Mails beschwert`,
};

export const joinWords = {
  title: (name: string) => `${name} zusammenlegen`,
  pick: 'Wer ist dieselbe Person?',
  why: 'Wenn jemand mit zwei Nummern oder Adressen angefragt hat, steht er hier zweimal.',
  nobody: 'Sonst passt niemand.',
  preview: 'Ist das dieselbe Person?',
  becomes: 'Danach',
  kept: (count: number) =>
    `${count === 2 ? 'Beide Anfragen' : `Alle ${requests(count)}`} bleiben, wie sie sind, und stehen unter einer Person.`,
  ways: 'Jede Nummer und jede Adresse führt zu dieser Person:',
  stops: 'Wer unter einer Adresse keine E-Mails möchte, bekommt dort weiter keine.',
  final: 'Das lässt sich nicht rückgängig machen.',
  already: 'Diese beiden sind schon eine Person.',
  button: 'Zusammenlegen',
  back: 'Doch nicht',
} as const;
