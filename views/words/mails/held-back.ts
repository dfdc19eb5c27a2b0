/** A mail that is perhaps forged. The owner alone reads it, and so it is in German only. */
export const heldBackWords = {
  title: (who: string) => `Vielleicht gefälscht: E-Mail zur Anfrage von ${who}`,
  warning: 'Absender nicht bestätigt',
  why: {
    contradicted: (sender: string | undefined) =>
      `Die E-Mail ${
        sender === undefined ? 'nennt keine lesbare Adresse' : `trägt die Adresse ${sender}`
      }, und die Prüfung des Absenders (SPF, DKIM, DMARC) ist fehlgeschlagen.`,
    unclear: (sender: string | undefined) =>
      `Die E-Mail sagt nicht eindeutig, von wem sie ist${sender === undefined ? '' : ` (unter anderem ${sender})`}.`,
  },
  whatNow:
    'Sie steht bei der Anfrage, geändert hat sie nichts: Die Erinnerungen laufen weiter, und niemand bekam eine Antwort. Ist sie echt, tragen Sie auf der Seite der Anfrage ein, was daraus folgt; im Zweifel rufen Sie an.',
  theirText: 'In der E-Mail steht',
} as const;
