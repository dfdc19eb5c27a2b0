/** A mail that is perhaps forged. The owner alone reads it, and so it is in German only. */
export const heldBackWords = {
  /** @param plate who, where and what. */
  subject: (plate: string) => `${plate}: Vielleicht gefälscht`,
  title: (who: string) => `Vielleicht gefälscht: E-Mail zur Anfrage von ${who}`,
  warning: 'Absender nicht bestätigt',
  why: {
    contradicted: (sender: string | undefined) =>
      sender === undefined
        ? 'Die E-Mail nennt keine lesbare Adresse und kommt vielleicht von jemand anderem.'
        : `Die E-Mail trägt die Adresse ${sender}, kommt aber vielleicht von jemand anderem.`,
    unclear: (sender: string | undefined) =>
      `Die E-Mail sagt nicht eindeutig, von wem sie ist${sender === undefined ? '' : ` (unter anderem ${sender})`}.`,
  },
  whatNow:
    'Im Zweifel rufen Sie an. Geändert hat die E-Mail nichts, und beantwortet wurde sie nicht. Ist sie echt, tragen Sie bei der Anfrage ein, was daraus folgt.',
  theirText: 'In der E-Mail steht',
} as const;
