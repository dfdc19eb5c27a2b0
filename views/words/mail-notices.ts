/** Words about mails that are stored with a lead or told to the owner (German: only the owner reads them). */

/** A line of his answer to the digest is about a request whose data is gone. */
export const leadIsGone = 'Diese Anfrage gibt es nicht mehr.';

/** In place of the address of somebody who wrote without one. */
export const unknownSender = 'unbekannt';

/** Which of our mails was late or refused. A stored note is found again by it: changed words are noted twice. */
export const aboutMail = (key: string): string => `Es geht um: ${key}`;
