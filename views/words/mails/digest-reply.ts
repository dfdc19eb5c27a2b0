/** The answer to the owner's answer to a digest. He alone reads it, and so it is in German only. */
import type { Company } from '../../../domain/business/company.ts';
import type { Said, Unclear } from '../../../domain/inbound/digest-reply.ts';
import { moveTargets } from '../../../domain/lead/pipeline.ts';
import { formatDate, formatDayAndTime, formatMoney } from '../format.ts';
import { explainMoneyFault } from '../money-faults.ts';
import { stageLabels } from '../stages.ts';

/** What a line was understood to say. */
export function saidInWords(said: Said, company: Company): string {
  const money = (cents: number) => formatMoney(cents, company.currency, 'de');
  switch (said.what) {
    case 'reached':
      return 'erreicht';
    case 'not-reached':
      return 'nicht erreicht';
    case 'plan-visit':
      return `Besichtigung am ${formatDayAndTime(said.startsAt, company.timeZone, 'de')}`;
    case 'quote':
      return `Angebot über ${money(said.cents)}`;
    case 'win':
      return said.cents === undefined ? 'gewonnen' : `gewonnen mit ${money(said.cents)}`;
    case 'lose':
      return `verloren: ${said.reason}`;
    case 'postpone':
      return `zurückgestellt bis ${formatDate(said.until, 'de')}`;
    case 'disqualify':
      return `nicht qualifiziert (${said.reason}), Wiedervorlage am ${formatDate(said.lookAgainOn, 'de')}`;
    case 'value':
      return `Wert ${money(said.cents)}`;
    case 'confirm':
      return 'Einsatz übernommen';
    case 'take':
      return stageLabels[moveTargets.take].de;
    case 'negotiate':
      return 'in Verhandlung';
    case 'finish':
      return 'Einsatz erledigt';
    case 'spam':
      return 'als Spam abgelegt';
  }
}

/** What has to be asked back about a line. */
export function askBack(unclear: Unclear, company: Company): string {
  switch (unclear.code) {
    case 'only-a-number':
      return 'Was soll mit dieser Anfrage geschehen?';
    case 'no-such-number':
      return `Im Überblick gab es keine Anfrage Nummer ${unclear.number}.`;
    case 'contradiction':
      return `Zu Nummer ${unclear.number} stehen zwei verschiedene Angaben da. Welche gilt?`;
    case 'not-understood':
      return 'Das habe ich nicht verstanden. Möglich sind zum Beispiel: erreicht, nicht erreicht, Besichtigung Do 14 Uhr, Angebot 8500, gewonnen, verloren zu teuer, später 15.1.';
    case 'more-than-understood':
      return `Was bedeutet „${unclear.rest}“? Verstanden habe ich nur: ${saidInWords(unclear.said, company)}.`;
    case 'no-visit-time':
      return 'Wann genau? Zum Beispiel: Besichtigung Do 14 Uhr, oder: Besichtigung 3.12. 10:30.';
    case 'visit-is-over':
      return `Der ${formatDate(unclear.date, 'de')} um ${unclear.time} Uhr ist schon vorbei.`;
    case 'money':
      return explainMoneyFault(unclear.fault, company.currency);
    case 'no-reason':
      return 'Warum verloren? Zum Beispiel: verloren zu teuer.';
    case 'no-day':
      return 'Auf welchen Tag? Zum Beispiel: später 15.1., oder: später in 2 Wochen.';
    case 'day-is-over':
      return `Der ${formatDate(unclear.until, 'de')} ist nicht später.`;
    case 'no-reason-or-day':
      return 'Warum, und wann wieder ansehen? Zum Beispiel: nicht qualifiziert kein Budget bis 1.3.';
  }
}

const lines = (count: number): string => (count === 1 ? 'Zeile' : 'Zeilen');

export const digestReplyWords = {
  nothingFound: 'Nichts zu tun gefunden',
  nothingFoundHint:
    'In Ihrer Antwort stand keine Zeile mit einer Nummer. Schreiben Sie zum Beispiel: 1 erreicht, oder: 2 Besichtigung Do 14 Uhr.',
  allDone: (done: number) => (done === 1 ? 'Erledigt' : `Alle ${done} ${lines(done)} erledigt`),
  noneDone: (open: number) => `Bitte noch einmal: ${open} ${lines(open)} offen`,
  someDone: (done: number, open: number) => `${done} erledigt, ${open} offen`,
  done: 'Erledigt',
  refused: 'Nicht erledigt',
  unclear: 'Nicht verstanden',
  gone: 'Diese Anfrage gibt es nicht mehr.',
  answerAgain: 'Antworten Sie einfach auf diese E-Mail, mit derselben Nummer.',
} as const;
