/** Forms ask for the same over and over, and several rules look at each answer: what was found out once is not sought again. */

/** Longer texts are messages, which no second form repeats. */
const maxLength = 200;

/**
 * The same function, which remembers its last results.
 * @param read Says the same of the same text, whatever else happens.
 * @param most As many results are kept at least, and at most twice as many: an answer holds what a person typed.
 */
export function remembered<Result>(read: (text: string) => Result, most: number): (text: string) => Result {
  let recent = new Map<string, { readonly result: Result }>();
  let older = recent;
  return (text) => {
    if (text.length > maxLength) return read(text);
    const known = recent.get(text);
    if (known) return known.result;
    const kept = older.get(text) ?? { result: read(text) };
    if (recent.size >= most) {
      older = recent;
      recent = new Map();
    }
    recent.set(text, kept);
    return kept.result;
  };
}

/** Of labels and names of fields: those of the forms of one business. */
export const labelsKept = 300;
/** Of answers: those of one form. */
export const answersKept = 30;
