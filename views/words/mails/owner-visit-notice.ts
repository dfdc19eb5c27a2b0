/** A visit, as the owner reads it. He alone does, and so it is in German only. */
export const visitNoticeWords = {
  title: (who: string) => `Besichtigung bei ${who}`,
  confirmationSubject: (briefly: string, where: string) => `Besichtigung ${briefly}: ${where}`,
  movedTitle: (who: string) => `Die Besichtigung bei ${who} ist verschoben`,
  movedSubject: (briefly: string, where: string) => `Besichtigung verschoben auf ${briefly}: ${where}`,
  /** When it was to be. */
  before: 'Bisher',
  reminderSubject: (briefly: string, where: string) => `${briefly}: ${where}`,
  doubtfulSubject: (briefly: string, where: string) => `${briefly} noch klären: ${where}`,
  /** The customer wrote that it does not suit him, and nobody has dealt with that. */
  inDoubt: (text: string | undefined) => ({
    title: 'Bitte vor der Fahrt klären',
    text: `Der Kunde hat zu dem Termin geschrieben${text === undefined ? '' : `: „${text}“`}. Er ist noch nicht abgesagt oder verschoben.`,
  }),
  cancelledSubject: (briefly: string, where: string) => `Termin abgesagt: ${briefly}, ${where}`,
  cancelledTitle: (who: string) => `Besichtigung bei ${who} ist abgesagt`,
  customerKnows: 'Der Kunde hat per E-Mail erfahren, dass der Termin entfällt.',
  customerToCall: 'Der Kunde bekommt keine E-Mail: Bitte sagen Sie ihm am Telefon ab.',
  when: 'Wann',
  duration: 'Dauer',
  about: (duration: string) => `etwa ${duration}`,
  addressUnknown: 'unbekannt – bitte erfragen',
  addressMissing: 'Die Adresse fehlt noch.',
  request: 'Anfrage',
  /** In his calendar. */
  summary: (where: string) => `Besichtigung: ${where}`,
} as const;
