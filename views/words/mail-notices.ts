/** Words about mails that are stored with a lead or told to the owner (German: only the owner reads them). */

/** In place of the address of somebody who wrote without one. */
export const unknownSender = 'unbekannt';

/** Which of our mails was late or refused. A stored note is found again by it: changed words are noted twice. */
export const aboutMail = (key: string): string => `Es geht um: ${key}`;
