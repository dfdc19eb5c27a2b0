/** Getting in: the page, the mail, and what can go wrong. */
export const loginWords = {
  title: 'Anmelden',
  why: 'Wir schicken Ihnen einen Link. Ein Passwort brauchen Sie nicht.',
  email: 'Ihre E-Mail-Adresse',
  send: 'Link schicken',
  noEmail: 'Das ist keine E-Mail-Adresse. Sie sieht so aus: name@firma.de',
  sent: {
    title: 'Bitte ins Postfach schauen',
    detail: (email: string) =>
      `Wenn ${email} bei uns bekannt ist, kommt gleich eine E-Mail mit einem Link. Er gilt 15 Minuten und einmal.`,
    nothing:
      'Nichts gekommen? Auch im Spam-Ordner nachsehen, und ob die Adresse stimmt. Mehr als fünf Links in der Stunde schicken wir nicht.',
    again: 'Andere Adresse',
  },
  confirm: {
    title: (name: string) => `Anmelden als ${name}`,
    detail: 'Auf diesem Gerät bleiben Sie 30 Tage angemeldet, solange Sie es benutzen.',
    button: 'Anmelden',
  },
  over: {
    title: 'Dieser Link gilt nicht mehr',
    detail: 'Er gilt 15 Minuten und nur einmal. Ein neuer ist gleich da.',
    again: 'Neuen Link schicken',
  },
  mail: {
    subject: 'Ihr Link zum Anmelden',
    title: 'Hier geht es hinein.',
    detail: 'Der Link gilt 15 Minuten und nur einmal.',
    button: 'Anmelden',
    notYou:
      'Sie wollten sich nicht anmelden? Dann brauchen Sie nichts zu tun: Ohne diesen Link kommt niemand hinein.',
  },
} as const;
