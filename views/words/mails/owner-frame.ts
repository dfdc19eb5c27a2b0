/** What the mails to the owner have in common. He alone reads them, and so they are in German only. */

/** `2 Fotos`, `1 Foto`. */
const counted = (count: number, one: string, many: string): string[] =>
  count > 0 ? [`${count} ${count === 1 ? one : many}`] : [];

/** How many came so far; `undefined`: none. */
export const photosInWords = (count: number): string | undefined => counted(count, 'Foto', 'Fotos')[0];

export const ownerWords = {
  sender: (brand: string) => `Nachfass · ${brand}`,
  footer: (brand: string) => `Nachfass für ${brand} · Diese E-Mail sehen nur Sie, nicht die Kundschaft.`,
  call: 'Anrufen',
  callNow: 'Jetzt anrufen',
  more: 'Mehr, auch Absage und Spam, bei der ganzen Anfrage:',
  wholeRequest: 'Ganze Anfrage ansehen',
  answerHint:
    'Sie können auch einfach auf diese E-Mail antworten: Ihr Text und Ihre Dateien gehen an den Kunden. Beginnt die Antwort mit „Notiz:“, bleibt sie bei uns.',
  virus: { title: 'Virusverdacht', text: 'Die Anhänge dieser E-Mail werden nicht angeboten.' },
  /** What came with a mail or a form; at least one of both, and what the first are called. */
  files: (pictures: number, others: number, names: readonly string[]) =>
    `📎 Dabei: ${[...counted(pictures, 'Foto', 'Fotos'), ...counted(others, 'Datei', 'Dateien')].join(
      ' und ',
    )} (${names.join(', ')}${names.length < pictures + others ? ' …' : ''}), zu sehen bei „Ganze Anfrage ansehen“.`,
  lostFiles: 'Es fehlen Dateien',
} as const;
