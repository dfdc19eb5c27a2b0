/** A mail to the customer may not have arrived. Only the owner reads it, and so it is in German only. */
import type { ReportedReason } from '../../../domain/lead/event.ts';
import { sz } from '../regional.ts';

export const reportedInWords: Readonly<Record<ReportedReason, string>> = {
  address:
    'Es kam eine Fehlermeldung zurück: Diese Adresse gibt es nicht. Vielleicht ist sie falsch geschrieben.',
  refused:
    'Es kam eine Fehlermeldung zurück: Unsere E-Mail wurde abgelehnt, zum Beispiel als Spam. Die Adresse kann trotzdem stimmen.',
  unclear: `Es kam eine Fehlermeldung zurück: Unsere E-Mail lie${sz} sich nicht zustellen.`,
};

export const bounceReportWords = {
  /** @param plate who, where and what. */
  subject: (plate: string) => `${plate}: E-Mail kam vielleicht nicht an, bitte anrufen`,
  text: (address: string) => `Unsere E-Mail an ${address} kam vielleicht nicht an – bitte anrufen.`,
  goesOn: 'Sicher ist das nicht. Die Erinnerungen an den Kunden laufen weiter.',
  elsewhere:
    'Die Erinnerungen an den Kunden laufen weiter: Die Meldung nennt eine andere Adresse als seine. Vielleicht leitet er seine E-Mails dorthin weiter.',
  noPhone: 'Eine Telefonnummer hat der Kunde nicht angegeben.',
  serverSays: 'Die Meldung',
  request: 'Die Anfrage',
} as const;
