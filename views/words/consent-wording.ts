import { brandOf, type Company } from '../../domain/business/company.ts';
import type { Language } from '../../domain/lead/contact.ts';
import type { ByLanguage } from './languages.ts';

const wordings: ByLanguage<(brand: string) => string> = {
  de: (brand) =>
    `${brand} darf mir gelegentlich Neuigkeiten und Angebote per E-Mail schicken. Ich kann das jederzeit widerrufen, am einfachsten über den Link in jeder E-Mail.`,
  en: (brand) =>
    `${brand} may occasionally send me news and offers by e-mail. I can withdraw this at any time, most easily with the link in every e-mail.`,
};

/**
 * What somebody agrees to who ticks the box for news. These very words are stored with the lead as proof of the
 * consent (Art. 7(1) GDPR, § 7(2) UWG), so a change here changes what counts from then on and nothing before it. A form
 * that shows other words sends them as `consentWording`.
 */
export function consentWording(company: Company, language: Language): string {
  return wordings[language](brandOf(company));
}
