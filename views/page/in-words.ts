/** Where a lead stands and what happened to it, as the owner reads it. Times are local to the business. */

import type { Company } from '../../domain/business/company.ts';
import type { LeadEvent } from '../../domain/lead/event.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { Muted } from '../../domain/lead/origin.ts';
import type { Turn } from '../../domain/lead/pipeline.ts';
import { isClosed } from '../../domain/lead/stages.ts';
import { localDate } from '../../domain/time/local-time.ts';
import type { Moment } from '../../domain/time/moment.ts';
import {
  formatDate,
  formatDay,
  formatMinutes,
  formatMoney,
  formatShortDay,
  formatTime,
  kindLabels,
  sourceLabels,
} from '../words/display.ts';
import { stageLabels } from '../words/stages.ts';
import { visible } from '../words/visitor-text.ts';

/** Day and time of a visit: `Montag, 23. November 2026, 14:00 Uhr`. */
export function appointment(startsAt: Moment, { timeZone }: Company): string {
  return `${formatDay(startsAt, timeZone, 'de')}, ${formatTime(startsAt, timeZone, 'de')}`;
}

/** A moment on a list: `Mo, 23.11., 09:05 Uhr`; with the year if it is another one. */
export function shortMoment(moment: Moment, now: Moment, { timeZone }: Company): string {
  const year = localDate(moment, timeZone).slice(0, 4);
  const day = formatShortDay(moment, timeZone, 'de');
  const shown = year === localDate(now, timeZone).slice(0, 4) ? day : `${day}${year}`;
  return `${shown}, ${formatTime(moment, timeZone, 'de')}`;
}

const turns: Readonly<Record<Turn, string>> = {
  owner: 'Sie sind dran.',
  customer: 'Der Kunde ist dran.',
  either: 'Sie oder der Kunde sind dran.',
  nobody: 'Gerade ist niemand dran.',
};

/** The person is gone from it, and with the person every reason to do anything. */
export const isErased = (lead: Lead): boolean => lead.timeline.some(({ type }) => type === 'erased');

/** Whose turn it is, and why. */
export function turnInWords(lead: Lead, company: Company, now: Moment): string {
  if (isErased(lead)) return 'Die Daten dieser Anfrage sind gelöscht.';
  if (lead.spam) return 'Als Spam abgelegt.';
  if (isClosed(lead.stage)) return 'Die Anfrage ist abgeschlossen.';
  if (lead.stalledAt) return 'Alle Erinnerungen sind hinaus, niemand hat reagiert. Bitte entscheiden Sie.';
  if (lead.stage === 'service' && !lead.confirmedAt) return 'Notfall! Noch kümmert sich niemand.';
  if (lead.postponedUntil) return `Ruht bis ${formatDate(lead.postponedUntil, 'de')}.`;
  if (lead.stage === 'unqualified' && lead.waitsFor === 'nobody' && lead.lookAgainOn) {
    return `Ruht bis ${formatDate(lead.lookAgainOn, 'de')}.`;
  }
  if (lead.cadence?.name === 'replied') return 'Der Kunde hat geantwortet. Sie sind dran.';
  if (lead.visit && lead.visit.startsAt > now && lead.stage === 'site-visit') {
    return `Nächster Schritt: Besichtigung am ${appointment(lead.visit.startsAt, company)}.`;
  }
  return turns[lead.waitsFor];
}

/** Why the customer gets no mails, if so. */
export const mailsStoppedInWords: Readonly<Record<NonNullable<Lead['mailsStopped']>, string>> = {
  stopped: 'Der Kunde möchte keine E-Mails mehr.',
  bounced: 'E-Mails kommen nicht an. Bitte anrufen.',
  complained: 'Der Kunde hat sich über E-Mails beschwert. Bitte keine mehr schreiben.',
};

/** Why the customer got no automatic answer. */
export const mutedInWords: Readonly<Record<Muted, string>> = {
  automatic: 'keine: eine Maschine hat geschrieben',
  'answered-lately': 'keine: gab es in den letzten 24 Stunden schon',
  portal: 'keine: Portale wollen die Antwort auf ihrer Seite',
  'too-many': 'keine: zu viele E-Mails dieses Absenders',
};

const mailNames: Readonly<Record<string, string>> = {
  acknowledgement: 'Eingangsbestätigung',
  'new-lead-alert': 'Meldung der Anfrage',
  'visit-confirmation': 'Bestätigung der Besichtigung',
  'visit-reminder': 'Erinnerung an die Besichtigung',
  'owner-visit-confirmation': 'Ihr Eintrag für die Besichtigung',
  'owner-visit-reminder': 'Ihre Erinnerung an die Besichtigung',
  'not-reached': 'Bitte um Rückruf',
  'needs-analysis': 'Frage nach dem Bedarf',
  quoted: 'Frage nach dem Angebot',
  answered: 'Frage nach einer Antwort',
};

const mailName = ({ mail, number }: { mail: string; number: number }) =>
  `${mailNames[mail] ?? 'Erinnerung'}${number > 1 ? ` (${number}.)` : ''}`;

const actors: Readonly<Record<LeadEvent['by'], string>> = {
  owner: 'Sie',
  customer: 'Kunde',
  system: 'automatisch',
};

/** Who did it, on the timeline. */
export const actorInWords = ({ by }: LeadEvent): string => actors[by];

/** One event of the timeline. */
export function eventInWords(event: LeadEvent, company: Company): string {
  const money = (cents: number) => formatMoney(cents, company.currency, 'de');
  switch (event.type) {
    case 'captured':
      return `Anfrage aufgenommen (${sourceLabels[event.source].de})`;
    case 'resubmitted':
      return 'Anfrage ergänzt';
    case 'acknowledged':
      return 'Eingangsbestätigung an den Kunden geschickt';
    case 'owner-alerted':
      return 'Sie wurden benachrichtigt';
    case 'follow-up-sent':
      return `E-Mail an den Kunden: ${mailName(event)}`;
    case 'owner-chased':
      return 'Sie wurden erinnert';
    case 'owner-informed':
      return `E-Mail an Sie: ${mailName(event)}`;
    case 'mail-uncertain':
      return `Unklar, ob diese E-Mail hinausging: ${mailName(event)}. Bitte beim Kunden nachfragen.`;
    case 'mail-rejected':
      return `E-Mail nicht angenommen: ${mailName(event)}`;
    case 'stalled':
      return 'Alle Erinnerungen sind hinaus';
    case 'cadence-ended':
      return 'Die letzte Erinnerung ist hinaus';
    case 'moved':
      return [
        `Von „${stageLabels[event.from].de}“ auf „${stageLabels[event.to].de}“`,
        ...(event.reason === undefined ? [] : [event.reason]),
        ...(event.lookAgainOn === undefined ? [] : [`Wiedervorlage ${formatDate(event.lookAgainOn, 'de')}`]),
      ].join(' · ');
    case 'qualified':
      return 'Qualifiziert: Interesse, Vorhaben und Budget sind klar';
    case 'value-changed':
      return `${valueNames[event.basis]}: ${money(event.valueCents)}`;
    case 'probability-changed':
      return `Wahrscheinlichkeit auf ${event.probability} % gesetzt`;
    case 'details-changed':
      return `Angaben ergänzt: ${changedDetails(event)}`;
    case 'contact-attempted':
      return event.reached ? 'Erreicht' : 'Angerufen, nicht erreicht';
    case 'visit-planned':
      return `Besichtigung geplant: ${appointment(event.startsAt, company)}, ${formatMinutes(event.durationMinutes, 'de')}`;
    case 'postponed':
      return `Zurückgestellt bis ${formatDate(event.until, 'de')}`;
    case 'customer-replied':
      return [
        event.from === undefined ? 'Antwort' : `Antwort von ${visible(event.from, 100) ?? 'Unbekannt'}`,
        visible(event.text, 300) ?? 'ohne Text',
      ].join(': ');
    case 'owner-replied':
      return event.text === undefined
        ? 'Dem Kunden geantwortet'
        : `Dem Kunden geantwortet: ${visible(event.text, 300) ?? ''}`;
    case 'mail-noted':
      return notedMails[event.what];
    case 'mail-bounced':
      return 'E-Mail kam nicht an';
    case 'complained':
      return 'Hat unsere E-Mail als Spam gemeldet';
    case 'stopped':
      return 'Möchte keine weiteren E-Mails zu dieser Anfrage';
    case 'confirmed':
      return 'Einsatz übernommen';
    case 'marked-spam':
      return 'Als Spam abgelegt';
    case 'woken':
      return 'Wieder vorgelegt';
    case 'timer-renewed':
      return 'Zeitplan erneuert';
    case 'erased':
      return 'Daten gelöscht';
  }
}

const notedMails = {
  'auto-reply': 'Automatische Antwort des Kunden, z. B. eine Abwesenheit',
  delayed: 'E-Mail an den Kunden kommt verspätet an',
  rejected: 'E-Mail an den Kunden ging nicht hinaus (Virusverdacht in einer Datei)',
  copy: 'Kopie einer E-Mail bekommen',
  doubtful: 'Zweifelhafte E-Mail bekommen, nicht beachtet',
} as const;

const valueNames = {
  estimated: 'Geschätzter Wert',
  quoted: 'Angebotssumme',
  final: 'Auftragssumme',
} as const;

const detailNames = {
  name: 'Name',
  email: 'E-Mail',
  phone: 'Telefon',
  kind: 'Art',
  installation: 'Vorhaben',
  timeframe: 'Zeitrahmen',
  budget: 'Budget',
} as const;

function changedDetails(event: Extract<LeadEvent, { type: 'details-changed' }>): string {
  const names = Object.keys(detailNames) as (keyof typeof detailNames)[];
  const told = names.flatMap((name) => {
    const value = event[name];
    if (value === undefined) return [];
    const shown = name === 'kind' && event.kind ? kindLabels[event.kind].de : visible(value, 120);
    return [`${detailNames[name]} ${shown ?? ''}`];
  });
  return told.join(', ') || 'gelöscht';
}
