/** What the particulars at the end of a business letter are called. */
import type { ByLanguage } from '../languages.ts';

interface LegalWords {
  readonly legalForm: string;
  readonly seat: string;
  readonly companyNumber: string;
  readonly management: string;
  readonly proprietor: string;
  readonly partners: string;
  readonly generalPartners: string;
  readonly generalPartner: string;
  readonly vatId: string;
  /** The number of a business in Switzerland. */
  readonly uid: string;
  readonly privacy: string;
}

export const legalWords: ByLanguage<LegalWords> = {
  de: {
    legalForm: 'Rechtsform',
    seat: 'Sitz',
    companyNumber: 'Firmenbuchnummer',
    management: 'Geschäftsführung',
    proprietor: 'Inhaber',
    partners: 'Gesellschafter',
    generalPartners: 'Persönlich haftende Gesellschafter',
    generalPartner: 'Persönlich haftende Gesellschafterin',
    vatId: 'USt-IdNr.',
    uid: 'UID',
    privacy: 'Datenschutz',
  },
  en: {
    legalForm: 'Legal form',
    seat: 'Registered office',
    companyNumber: 'Company number',
    management: 'Management',
    proprietor: 'Proprietor',
    partners: 'Partners',
    generalPartners: 'General partners',
    generalPartner: 'General partner',
    vatId: 'VAT ID',
    uid: 'UID',
    privacy: 'Privacy',
  },
};
