/** What stands on the page of a hook, for whoever connects a form with us. */
import type { DeliveryOutcome, HookDelivery, KeptReason } from '../../domain/ports/hook-store.ts';
import { sz } from './regional.ts';

/** For machines, and for who reads their logs. */
export const hookProblems = {
  unknown: 'There is no such address.',
  later: 'Not stored. Send it again.',
  onlyPost: 'Send it with POST.',
} as const;

/** In the place of the names of files. */
export const filesTooLarge = 'Dateien, zusammen über 4 MB';

const outcomes: Readonly<Record<DeliveryOutcome, string>> = {
  lead: 'Neue Anfrage',
  repeated: 'War schon da',
  appended: 'Steht bei der offenen Anfrage',
  kept: 'Beiseitegelegt',
  test: 'Probe',
  noted: 'Nichts zu tun',
};

const keptBecause: Readonly<Record<KeptReason, string>> = {
  unreadable: `lie${sz} sich nicht lesen`,
  unreachable: 'keine Telefonnummer und keine E-Mail-Adresse erkannt',
  'wrong-signature': 'Unterschrift stimmt nicht',
  'withheld-number': 'Rufnummer unterdrückt',
  'unclear-call': 'nicht zu erkennen, ob jemand abgenommen hat',
};

/** What became of it, of which lead, and what was wrong: `Neue Anfrage 7K2M9QX4TD: Unterschrift stimmt nicht`. */
export function outcomeInWords({ outcome, reason, leadIds }: HookDelivery): string {
  const which = outcome === 'kept' ? '' : leadIds.join(', ');
  const said = [outcomes[outcome], which].filter(Boolean).join(' ');
  return reason ? `${said}: ${keptBecause[reason]}` : said;
}

export const hookPageWords = {
  title: (sender: string) => `Was durch „${sender}“ kam`,
  since: (day: string) => `Adresse angelegt ${day}`,
  signed: 'nur mit Unterschrift',
  revoked: (day: string) =>
    `Diese Adresse ist seit ${day} gesperrt: Was dorthin geschickt wird, kommt nicht mehr an.`,
  last: 'Die letzten 20 Sendungen, die neueste zuerst. Nach 30 Tagen werden sie gelöscht.',
  none: 'In den letzten 30 Tagen kam hier nichts an. Schicken Sie das Formular einmal selbst ab.',
  recognised: 'Erkannt',
  nothingRecognised: 'Nichts erkannt.',
  extra: 'Weitere Angaben, als Text bei der Anfrage',
  raw: 'Wie es ankam',
} as const;
