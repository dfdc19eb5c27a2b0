/** How people are addressed: by mail, above a mail, and where nobody knows their name. */
import type { Salutation } from '../../domain/lead/contact.ts';
import type { ByLanguage } from './languages.ts';

/** Above a mail, before the name if there is one. Guesses no gender. */
export const hello: ByLanguage<string> = { de: 'Guten Tag', en: 'Hello' };

/** Before a name, where the owner said which. */
export const saidSalutations: ByLanguage<Readonly<Record<Salutation, string>>> = {
  de: { herr: 'Herr', frau: 'Frau', familie: 'Familie', none: '' },
  en: { herr: 'Mr', frau: 'Ms', familie: 'Family', none: '' },
};

/** The subject of a mail to a customer that has none of its own. */
export const yourRequest: ByLanguage<string> = { de: 'Ihre Anfrage', en: 'Your request' };

/** For the owner, and so in German. */
export const unknownPerson = 'Unbekannt';
/** He has no name, and what he wants stands in a note. */
export const whoCalled = 'Der Anrufer';
/** Of whom there is nothing but what the business noted. */
export const notedPerson = (note: string): string => `Notiz „${note}“`;
