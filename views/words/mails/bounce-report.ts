/** A mail to the customer may not have arrived. Only the owner reads it, and so it is in German only. */
import type { Company } from '../../../domain/business/company.ts';
import type { ReportedReason } from '../../../domain/lead/event.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import type { Moment } from '../../../domain/time/moment.ts';
import { formatDayAndTime } from '../format.ts';

export const reportedInWords: Readonly<Record<ReportedReason, string>> = {
  address:
    'Es kam eine Fehlermeldung zurück: Diese Adresse gibt es nicht. Vielleicht ist sie falsch geschrieben.',
  refused:
    'Es kam eine Fehlermeldung zurück: Unsere E-Mail wurde abgelehnt, zum Beispiel als Spam. Die Adresse kann trotzdem stimmen.',
  unclear: 'Es kam eine Fehlermeldung zurück: Unsere E-Mail ließ sich nicht zustellen.',
};

export const bounceReportWords = {
  subject: (who: string) => `E-Mail kam vielleicht nicht an, bitte anrufen: ${who}`,
  text: (address: string) => `Unsere E-Mail an ${address} kam vielleicht nicht an – bitte anrufen.`,
  goesOn: 'Sicher ist das nicht. Die Erinnerungen an den Kunden laufen weiter.',
  elsewhere:
    'Die Erinnerungen an den Kunden laufen weiter: Die Meldung nennt eine andere Adresse als seine. Vielleicht leitet er seine E-Mails dorthin weiter.',
  noPhone: 'Eine Telefonnummer hat der Kunde nicht angegeben.',
  serverSays: 'Die Meldung',
  request: 'Die Anfrage',
} as const;

/** Until when the customer is not reminded because of the report; `undefined`: he is. */
export function holdInWords(
  { bounceReport }: Pick<Lead, 'bounceReport'>,
  { timeZone }: Company,
  now: Moment,
): string | undefined {
  const until = bounceReport?.heldUntil;
  if (until === undefined || until <= now) return undefined;
  return `Erinnerungen an den Kunden ruhen bis ${formatDayAndTime(until, timeZone, 'de')}, oder bis Sie etwas eintragen.`;
}
