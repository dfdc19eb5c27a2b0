/** What stands on the page of a hook, for whoever connects a form with us. */
import type { DeliveryOutcome, KeptReason } from '../../domain/ports/hook-store.ts';

/** For machines, and for who reads their logs. */
export const hookProblems = {
  unknown: 'There is no such address.',
  later: 'Not stored. Send it again.',
  onlyPost: 'Send it with POST.',
} as const;

export const outcomesInWords: Readonly<Record<DeliveryOutcome, string>> = {
  lead: 'Neue Anfrage',
  repeated: 'War schon da',
  appended: 'Steht bei der offenen Anfrage',
  kept: 'Beiseitegelegt',
  test: 'Probe',
  noted: 'Nichts zu tun',
};

export const keptBecause: Readonly<Record<KeptReason, string>> = {
  unreadable: 'ließ sich nicht lesen',
  unreachable: 'keine Telefonnummer und keine E-Mail-Adresse erkannt',
  'wrong-signature': 'Unterschrift stimmt nicht',
  'withheld-number': 'Rufnummer unterdrückt',
};

export const hookPageWords = {
  title: (sender: string) => `Was von „${sender}“ kam`,
  address: 'Adresse',
  since: (day: string) => `Angelegt am ${day}`,
  revoked: (day: string) => `Gesperrt am ${day}: Was dorthin geschickt wird, kommt nicht mehr an.`,
  last: 'Die letzten 20 Sendungen, die neueste zuerst. Nach 30 Tagen werden sie gelöscht.',
  none: 'In den letzten 30 Tagen kam nichts an. Schicken Sie das Formular einmal selbst ab.',
  recognised: 'Erkannt',
  nothingRecognised: 'Nichts erkannt.',
  extra: 'Weitere Angaben (stehen als Text bei der Anfrage)',
  raw: (bytes: string) => `Wie es ankam, ${bytes}`,
  request: (leadId: string) => `Anfrage ${leadId}`,
} as const;
