/** A request was given to somebody of the business, who reads that it is his. */
export const assignedWords = {
  /** Before who, where and what. */
  before: 'Für Sie: ',
  title: (giver: string | undefined, who: string) =>
    giver === undefined
      ? `Die Anfrage von ${who} ist jetzt bei Ihnen`
      : `${giver} gibt Ihnen die Anfrage von ${who}`,
  what: 'Antworten des Kunden und Erinnerungen dazu kommen ab jetzt zu Ihnen.',
} as const;
