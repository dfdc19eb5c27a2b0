/** An answer to a digest that waits for a tap: the mail and its page. The owner alone reads them, in German. */
import type { HeldBecause } from '../../../domain/ports/digest-answers.ts';
import { sz } from '../regional.ts';

const entries = (count: number): string => (count === 1 ? 'eine Angabe' : `${count} Angaben`);

export const heldAnswerWords = {
  title: (count: number, writtenBy: string | undefined) =>
    `Bitte bestätigen: ${entries(count)} aus ${writtenBy === undefined ? 'Ihrer Antwort' : `der Antwort von ${writtenBy}`}`,
  nothingTitle: (writtenBy: string | undefined) =>
    `${writtenBy === undefined ? 'Ihre Antwort' : `Die Antwort von ${writtenBy}`} auf den Überblick wurde nicht verstanden`,
  why: {
    unproven:
      'Auf den Überblick kam eine Antwort mit Ihrer Adresse. Ihr E-Mail-Anbieter hat nicht bestätigt, dass sie von Ihnen ist, deshalb ist noch nichts eingetragen.',
    colleague:
      'Auf den Überblick hat jemand aus Ihrem Betrieb geantwortet. Eingetragen ist noch nichts: Das bestätigen Sie.',
    late: 'Ihre Antwort gehört zu einem Überblick, der mehr als eine Woche alt ist. Damit nichts Falsches eingetragen wird, bestätigen Sie sie bitte.',
  } satisfies Record<HeldBecause, string>,
  understood: 'Das wird eingetragen',
  otherwise: {
    unproven: 'Haben Sie das nicht geschrieben? Dann tun Sie nichts, und es bleibt alles, wie es ist.',
    colleague: 'Stimmt es nicht? Dann tun Sie nichts, und es bleibt alles, wie es ist.',
    late: 'Stimmt es nicht mehr? Dann tun Sie nichts, und es bleibt alles, wie es ist.',
  } satisfies Record<HeldBecause, string>,
  /** The page. */
  pageTitle: 'Alles so eintragen?',
  written: (moment: string, writtenBy: string | undefined) =>
    `Aus ${writtenBy === undefined ? 'Ihrer E-Mail' : `der E-Mail von ${writtenBy}`} vom ${moment}.`,
  unclearHint: 'Davon wird nichts eingetragen. Antworten Sie dazu einfach noch einmal auf die E-Mail.',
  nothing: 'In dieser Antwort wurde nichts verstanden, das sich eintragen lässt.',
  entered: 'Eingetragen',
  enteredPartly: 'Eingetragen, aber nicht alles',
  enteredNone: `Es lie${sz} sich nichts eintragen`,
  enteredBefore: 'Schon eingetragen',
  busyTitle: 'Wird gerade eingetragen',
  busy: 'Einen Moment: Ihre Angaben werden gerade eingetragen. Laden Sie die Seite gleich noch einmal.',
} as const;
