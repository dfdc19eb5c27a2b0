/** Where a lead stands, as the owner reads it. German. */
import type { Company } from '../../domain/business/company.ts';
import { isAlarm } from '../../domain/lead/actions.ts';
import { isErased } from '../../domain/lead/erase.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { isAnswerOpen, isAsleep } from '../../domain/lead/list.ts';
import type { Muted } from '../../domain/lead/origin.ts';
import { pipeline, type Turn } from '../../domain/lead/pipeline.ts';
import { isClosed, waitsForVisit } from '../../domain/lead/stages.ts';
import { hasAnswered, unansweredOf } from '../../domain/lead/summary.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { visible } from '../visitor-text.ts';
import { formatDate, formatDayAndTime } from './format.ts';

const turns: Readonly<Record<Turn, string>> = {
  owner: 'Sie sind dran.',
  customer: 'Der Kunde ist dran.',
  either: 'Sie oder der Kunde sind dran.',
  nobody: 'Gerade ist niemand dran.',
};

/**
 * Whose turn it is, and why.
 * @param other who of the business it is with, if not with whoever reads it.
 */
export function turnInWords(lead: Lead, company: Company, now: Moment, other?: string): string {
  const yours = other === undefined ? turns.owner : `${other} ist dran.`;
  if (isErased(lead)) return 'Die Daten dieser Anfrage sind gelöscht.';
  if (lead.spam) {
    return isAnswerOpen(lead)
      ? `Als Spam abgelegt, aber der Absender hat auf unsere E-Mail geantwortet. ${yours}`
      : 'Als Spam abgelegt.';
  }
  if (lead.mergedInto !== undefined) return 'Gehört zu einer früheren Anfrage und geht dort weiter.';
  if (isClosed(lead.stage)) {
    return isAnswerOpen(lead)
      ? `Abgeschlossen, aber der Kunde hat sich noch einmal gemeldet. ${yours}`
      : 'Die Anfrage ist abgeschlossen.';
  }
  if (lead.stalledAt) return stalledInWords(lead, yours);
  if (isAlarm(lead)) return 'Notfall! Noch kümmert sich niemand.';
  const taker = takerInWords(lead);
  if (taker !== undefined) return `${taker} hat den Notfall übernommen.`;
  if (lead.postponedUntil) return `Ruht bis ${formatDate(lead.postponedUntil, 'de')}.`;
  if (isAsleep(lead) && lead.lookAgainOn) {
    return `Ruht bis ${formatDate(lead.lookAgainOn, 'de')}.`;
  }
  if (lead.cadence?.name === 'replied') return `Der Kunde hat geantwortet. ${yours}`;
  if (lead.visit && lead.visit.startsAt > now && waitsForVisit(lead.stage)) {
    return `Nächster Schritt: Besichtigung am ${formatDayAndTime(lead.visit.startsAt, company.timeZone, 'de')}.`;
  }
  return lead.waitsFor === 'owner' ? yours : turns[lead.waitsFor];
}

/** Whoever ended the mails or wrote has reacted; why he gets none stands beside it. */
function stalledInWords(lead: Lead, yours: string): string {
  const hasStopped = lead.mailsStopped === 'stopped' || lead.mailsStopped === 'complained';
  if (hasStopped) return `${yours} Bitte entscheiden Sie, wie es weitergeht.`;
  return hasAnswered({ unanswered: unansweredOf(lead) })
    ? `Der Kunde hat geantwortet. ${yours} Bitte entscheiden Sie, wie es weitergeht.`
    : 'Alle Erinnerungen sind hinaus, niemand hat reagiert. Bitte entscheiden Sie.';
}

/** Who takes care of an emergency that goes on; `undefined`: it is none, or nobody said his name. */
function takerInWords({ stage, confirmedAt, timeline }: Lead): string | undefined {
  if (!pipeline[stage].alarm || confirmedAt === undefined) return undefined;
  return visible(timeline.findLast(({ type }) => type === 'confirmed')?.person, 60);
}

/** Why the customer gets no mails, if so. */
export const mailsStoppedInWords: Readonly<Record<NonNullable<Lead['mailsStopped']>, string>> = {
  stopped: 'Der Kunde möchte keine E-Mails mehr.',
  bounced: 'E-Mails kommen nicht an. Bitte anrufen.',
  disowned:
    'An dieser E-Mail-Adresse hat jemand „Das war ich nicht“ gesagt. Vielleicht ist sie vertippt: Bitte anrufen.',
  complained: 'Der Kunde hat sich über E-Mails beschwert. Bitte keine mehr schreiben.',
};

/** We do not know whether the customer got it, and he would find it odd to get it twice. */
export const uncertainInWords = (mails: number): string =>
  `${mails === 1 ? 'Bei einer E-Mail' : `Bei ${mails} E-Mails`} an den Kunden ist unklar, ob sie hinausging${mails === 1 ? '' : 'en'}. Noch einmal schicken wir sie nicht. Bitte rufen Sie kurz an; mit „Erreicht“ ist es erledigt.`;

/** What the owner wrote is not with the customer yet. */
export const answerHeldInWords = (
  { since }: NonNullable<Lead['answerHeld']>,
  { timeZone }: Company,
): string =>
  `Ihre Antwort wartet seit ${formatDayAndTime(since, timeZone, 'de')}: Zurzeit gehen keine E-Mails hinaus. Sie geht von selbst hinaus, sobald es wieder geht. Eilt es, rufen Sie bitte an.`;

/** Our mails waited until it was over. */
export const untoldVisitInWords = (startsAt: Moment, { timeZone }: Company): string =>
  `Von der Besichtigung am ${formatDayAndTime(startsAt, timeZone, 'de')} hat der Kunde keine E-Mail bekommen: Die Bestätigung ging nicht rechtzeitig hinaus.`;

/** A mail says so, which proves nothing. */
export const maybeUndelivered = 'Unsere E-Mail kam vielleicht nicht an: bitte anrufen.';

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

/** Why the customer got no confirmation of receipt by itself; after a colon. */
const mutedInWords: Readonly<Record<Muted, string>> = {
  automatic: 'Die E-Mail ist als automatisch gekennzeichnet.',
  'answered-lately': 'In den letzten 24 Stunden gab es schon eine.',
  portal: 'Portale wollen die Antwort auf ihrer Seite.',
  'contradicted-sender': 'Der Absender ist nicht bestätigt, die Nachricht vielleicht gefälscht.',
  'too-many': 'Mit dieser Adresse kamen heute zu viele Anfragen.',
  'crowded-network': 'Aus demselben Netz kamen sehr viele Anfragen.',
  disowned: 'An dieser E-Mail-Adresse hat jemand bei einer anderen Anfrage „Das war ich nicht“ gesagt.',
  flood: 'Heute kamen so viele Anfragen, dass alle weiteren Antworten auf Sie warten.',
  'handed-on': 'Die weitergeleitete E-Mail sieht nicht nach der Bitte eines Kunden aus.',
  'kept-aside': 'Die E-Mail sah zuerst nicht nach einer Anfrage aus.',
};

/** That the customer does not know that his request is here, and why. */
export function unacknowledgedInWords({ muted }: Pick<Lead, 'muted'>): string {
  const none = 'Keine Eingangsbestätigung gesendet';
  return muted ? `${none}: ${mutedInWords[muted]}` : `${none}.`;
}
