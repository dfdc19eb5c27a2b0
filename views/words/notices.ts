/** Pages without a lead. German, as whoever follows the link of a mail is nearly always the owner; one line is English too. */
import { notYours } from './people.ts';

export const notices = {
  /** Forged, damaged, cut off by a mail program, or too old: nothing tells which, and nothing tells about what. */
  forbidden: {
    title: 'Dieser Link gilt nicht',
    detail:
      'Er ist abgelaufen oder unvollständig angekommen. Bitte nehmen Sie den Link aus der neuesten E-Mail.',
    inEnglish: 'This link is not valid. It has expired or is not complete.',
  },
  /** Of somebody who is called out: the request is with others. */
  notYours: {
    title: 'Das ist nicht bei Ihnen',
    detail: notYours,
  },
  /** The request was deleted, after its time or because somebody wanted it, or there was never one of this number. */
  gone: {
    title: 'Diese Anfrage gibt es nicht',
    detail:
      'Entweder stimmt die Adresse nicht ganz, oder die Daten sind gelöscht, zum Beispiel nach Ablauf der Frist.',
  },
  /** The mail was deleted after its time, or never belonged here. */
  noFile: {
    title: 'Diese Datei gibt es nicht',
    detail: 'Sie gehört nicht zu dieser Anfrage, oder sie wird wegen Virusverdachts nicht angeboten.',
  },
} as const;
