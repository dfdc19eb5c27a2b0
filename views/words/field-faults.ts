/** What is wrong with the fields of a form, in the language of its sender. */
import type { FieldError, FieldFault } from '../../domain/capture/reading.ts';
import type { Language } from '../../domain/lead/contact.ts';
import type { ByLanguage } from './languages.ts';

/** A wrong field, as its sender is told. */
export interface FieldMessage {
  /** By its name in the contract, whatever the form calls it. */
  readonly field: string;
  readonly message: string;
}

interface FaultWords {
  readonly unreachable: string;
  readonly email: string;
  readonly phone: string;
}

const faultWords: ByLanguage<FaultWords> = {
  de: {
    unreachable: 'Bitte geben Sie eine Telefonnummer oder eine E-Mail-Adresse an, damit wir Sie erreichen.',
    email: 'Bitte prüfen Sie die E-Mail-Adresse. Sie sieht so aus: name@beispiel.de',
    phone: 'Bitte geben Sie eine Telefonnummer mit Vorwahl an.',
  },
  en: {
    unreachable: 'Please give us a phone number or an e-mail address so that we can reach you.',
    email: 'Please check the e-mail address. It should look like this: name@example.com',
    phone: 'Please give us a phone number with its area code.',
  },
};

/** The wrong fields with a message each, in the order in which they were found. */
export function fieldMessages(errors: readonly FieldError[], language: Language): FieldMessage[] {
  return errors.map(({ field, ...fault }) => ({ field, message: explainFault(fault, language) }));
}

function explainFault(fault: FieldFault, language: Language): string {
  const words = faultWords[language];
  switch (fault.code) {
    case 'unreachable':
      return words.unreachable;
    case 'no-email':
      return words.email;
    case 'no-phone':
      return words.phone;
  }
}
