/** What is wrong with an amount: typed or written by the owner, and so in German only. */
import type { Company } from '../../domain/business/company.ts';
import type { MoneyFault } from '../../domain/capture/money.ts';
import { sz } from './regional.ts';

/** How people write an amount of this currency. */
const examples: Readonly<Record<Company['currency'], string>> = {
  EUR: '8.500 oder 8500,50',
  CHF: "8'500 oder 8500.50",
};

export function explainMoneyFault(fault: MoneyFault, currency: Company['currency']): string {
  switch (fault) {
    case 'not-an-amount':
      return `Bitte einen Betrag eingeben, zum Beispiel ${examples[currency]}.`;
    case 'zero':
      return `Der Betrag muss grö${sz}er als 0 sein.`;
    case 'too-much':
      return `So gro${sz} kann der Betrag nicht sein. Stimmt die Zahl der Nullen?`;
  }
}
