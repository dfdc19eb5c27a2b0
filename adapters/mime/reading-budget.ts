/** How much of one mail is read, with everything that hangs at it or is packed into it (rule 6). */

/** Longer text is cut: nobody writes a book to a plumber, and each rule reads all of it. */
export const maxTextLength = 1_000_000;
/** HTML is mostly layout; what stands behind the second million of characters nobody scrolls to. */
const maxHtmlLength = 2_000_000;

/** Counts of what was read. Mails that hang at a mail count together with it, for the whole is one delivery. */
export interface ReadingBudget {
  parts: number;
  /** For boundaries, at each level again. */
  searchedBytes: number;
  /** Unpacked out of signed and compressed envelopes. */
  openedBytes: number;
  /** Of the headers of mails that hang at this one. */
  attachedHeaders: number;
  /** Characters that may still be read. */
  plain: number;
  html: number;
  /** What was too much, if anything was; the parts read so far stay. */
  excess: string | undefined;
}

export const newBudget = (): ReadingBudget => ({
  parts: 0,
  searchedBytes: 0,
  openedBytes: 0,
  attachedHeaders: 0,
  plain: maxTextLength,
  html: maxHtmlLength,
  excess: undefined,
});
