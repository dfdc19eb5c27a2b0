import type { Language } from '../../domain/lead/contact.ts';

/**
 * One thing for each language that customers read. Neither mails nor words ask which language it is: whoever adds one to
 * `languages` of the domain gets the list of texts that are missing from the compiler, and all of them are in this folder.
 */
export type ByLanguage<T> = Readonly<Record<Language, T>>;

/** Words in every language for each of several things. */
export type InWords<T extends string> = Readonly<Record<T, ByLanguage<string>>>;
