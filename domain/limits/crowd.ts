/** When so many people write from one network that it is no person any more. */
import type { Contact } from '../lead/contact.ts';
import { limits } from './figures.ts';

/** How many different people a network wrote for. */
export interface NetworkCount {
  readonly lastHour: number;
  readonly today: number;
}

export const isCrowded = ({ lastHour, today }: NetworkCount): boolean =>
  lastHour > limits.network.contactsAnHour || today > limits.network.contactsADay;

/** By whom a network is counted: whoever would be answered, else whoever would be called. */
export function countedContact({ email, phoneE164, phone }: Contact): string | undefined {
  return email?.toLowerCase() ?? phoneE164 ?? phone?.replace(/\D/g, '');
}
