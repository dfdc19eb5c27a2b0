/**
 * The average lead, as data: what becomes of requests, and through which door they come. Assumptions of ours with their
 * reasons, not statistics; whoever knows better changes a number here and measures again.
 */

/** What becomes of a request. The shares add up to 1. */
export const outcomes = {
  /** Trades win roughly every third quote, and not every request gets as far as a quote. */
  won: 0.25,
  /** A quote that went elsewhere or a talk that led nowhere: the commonest end. */
  lost: 0.35,
  /** Nobody picks up and nobody answers: the longest way, with every reminder there is. */
  silent: 0.2,
  /** "Maybe next year": put off to a date, comes back, and then ends. */
  later: 0.1,
  /** Burst pipes; one in ten, more in winter. */
  emergency: 0.1,
} as const;
export type Outcome = keyof typeof outcomes;

/** The door a request comes through. The shares add up to 1. */
export const doors = {
  /** The form is what the website leads to. */
  form: 0.7,
  /** Mails, mails of other forms and of portals. */
  mail: 0.3,
} as const;
export type Door = keyof typeof doors;

/**
 * Pieces of spam for each request. The address is on a website, so both doors get it; a public form without a puzzle
 * gets as much of it as of honest requests, and often more.
 */
export const spam: Readonly<Record<Door, number>> = { form: 0.5, mail: 0.5 };

/** Every mailed request brings a photo; SES and S3 bill its bytes, and the function that reads it works on them. */
export const photoBytes = 1024 * 1024;
