/** A visit, as the owner reads it. He alone does, and so it is in German only. */
export const visitNoticeWords = {
  title: (who: string) => `Besichtigung bei ${who}`,
  confirmationSubject: (briefly: string, where: string) => `Besichtigung ${briefly}: ${where}`,
  reminderSubject: (briefly: string, where: string) => `Erinnerung: Besichtigung ${briefly}: ${where}`,
  when: 'Wann',
  duration: 'Dauer',
  about: (duration: string) => `etwa ${duration}`,
  addressUnknown: 'unbekannt – bitte erfragen',
  addressMissing: 'Die Adresse fehlt noch.',
  request: 'Anfrage',
  /** In his calendar. */
  summary: (where: string) => `Besichtigung: ${where}`,
} as const;
