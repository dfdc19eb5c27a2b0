/** The answer to the owner's answer to a digest. He alone reads it, and so it is in German only. */
import type { Company } from '../../../domain/business/company.ts';
import type { Unclear } from '../../../domain/inbound/digest-reply.ts';
import type { Said } from '../../../domain/inbound/said.ts';
import type { Refusal } from '../../../domain/lead/command.ts';
import { type Fact, moveTargets } from '../../../domain/lead/pipeline.ts';
import { singleLine } from '../../visitor-text.ts';
import { actionLabels } from '../actions.ts';
import { formatDate, formatDayAndTime, formatMoney } from '../format.ts';
import { explainMoneyFault } from '../money-faults.ts';
import { explainRefusal } from '../refusals.ts';
import { sz } from '../regional.ts';
import { spokenStages } from '../stages.ts';

/** What a line was understood to say. */
export function saidInWords(said: Said, company: Company): string {
  const money = (cents: number) => formatMoney(cents, company.currency, 'de');
  switch (said.what) {
    case 'reached':
      return [
        'erreicht',
        ...(said.next === undefined ? [] : ['der Kunde meldet sich, sonst erinnern wir ihn']),
        ...(said.until === undefined ? [] : [`Wiedervorlage am ${formatDate(said.until, 'de')}`]),
      ].join(', ');
    case 'note':
      return `Notiz nur für uns: ${singleLine(said.text)}`;
    case 'not-reached':
      return 'nicht erreicht';
    case 'read':
      return 'Antwort gelesen';
    case 'plan-visit':
      return `Besichtigung am ${formatDayAndTime(said.startsAt, company.timeZone, 'de')}${said.durationMinutes === undefined ? '' : `, ${said.durationMinutes} Minuten`}`;
    case 'cancel-visit':
      return 'Besichtigung abgesagt';
    case 'quote':
      return `Angebot über ${money(said.cents)}`;
    case 'win':
      return said.cents === undefined ? 'gewonnen' : `gewonnen mit ${money(said.cents)}`;
    case 'lose':
      return `verloren: ${said.reason}`;
    case 'postpone':
      return `zurückgestellt bis ${formatDate(said.until, 'de')}`;
    case 'disqualify':
      return `passt noch nicht (${said.reason}), Wiedervorlage am ${formatDate(said.lookAgainOn, 'de')}`;
    case 'value':
      return `Wert ${money(said.cents)}`;
    case 'confirm':
      return 'Einsatz übernommen';
    case 'take':
      return spokenStages[moveTargets.take];
    case 'negotiate':
      return 'in Verhandlung';
    case 'finish':
      return said.cents === undefined ? 'Einsatz erledigt' : `Einsatz erledigt, ${money(said.cents)}`;
    case 'repaired':
      return said.cents === undefined ? 'Reparatur erledigt' : `Reparatur erledigt, ${money(said.cents)}`;
    case 'assign':
      return `weitergegeben an ${singleLine(said.name)}`;
    case 'spam':
      return 'als Spam abgelegt';
  }
}

/** Behind a visit of which no mail tells the customer. */
export const unmailedInWords = 'Der Kunde bekommt keine E-Mail: Bitte sagen Sie es ihm am Telefon.';

/** The same of what was so before he said it. */
export const alreadyInWords = (said: Said, company: Company): string =>
  said.what === 'assign' ? `liegt schon bei ${singleLine(said.name)}` : saidInWords(said, company);

/** How he says the one thing that is missing; without a number, so that no quote of it is an order. */
const saying: Readonly<Partial<Record<Fact, string>>> = {
  value: 'Wert 8500',
  visit: 'Besichtigung Do 14 Uhr',
  'quoted-value': 'Angebot 8500',
  'final-value': 'gewonnen 9200',
  reason: 'verloren zu teuer',
};

/** Why a line was not entered, and how it would be. */
export function refusedInWords(refusal: Refusal): string {
  const [fact, ...others] = refusal.code === 'missing-facts' ? refusal.missing : [];
  const example = fact !== undefined && others.length === 0 ? saying[fact] : undefined;
  return [explainRefusal(refusal), ...(example === undefined ? [] : [`Zum Beispiel: ${example}.`])].join(' ');
}

/** What has to be asked back about a line. */
export function askBack(unclear: Unclear, company: Company): string {
  switch (unclear.code) {
    case 'only-a-number':
      return 'Was soll mit dieser Anfrage geschehen?';
    case 'no-number':
      return 'Welche Anfrage meinen Sie? Bitte die Nummer aus dem Überblick davor schreiben.';
    case 'everybody':
      return 'Welche sind das? Bitte mit Nummern, zum Beispiel: 1-3 nicht erreicht.';
    case 'no-such-number':
      return `Im Überblick gab es keine Anfrage Nummer ${unclear.number}.`;
    case 'gone':
      return `Die Anfrage Nummer ${unclear.number} gibt es nicht mehr.`;
    case 'other-name':
      return `Nummer ${unclear.number} hei${sz}t anders. Stimmt die Nummer oder der Name?`;
    case 'nobody-of-that-name':
      return `So hei${sz}t niemand im Betrieb. Zum Beispiel: an Sabine.`;
    case 'several-people':
      return `So hei${sz}en mehrere im Betrieb. Wen meinen Sie? Bitte mit Vor- und Nachnamen.`;
    case 'several-of-that-name':
      return `So hei${sz}en mehrere: die Nummern ${inList(unclear.numbers)}. Welche meinen Sie?`;
    case 'disputed':
      return `Zu Nummer ${unclear.number} stehen zwei verschiedene Angaben da. Welche gilt?`;
    case 'contradiction':
      return 'Das widerspricht sich. Was davon gilt?';
    case 'not-understood':
      return 'Was ist damit gemeint?';
    case 'no-note':
      return 'Was soll notiert werden? Zum Beispiel: Notiz: Schlüssel beim Nachbarn.';
    case 'more-than-understood':
      return `Was bedeutet „${singleLine(unclear.rest)}“? Verstanden habe ich nur: ${saidInWords(unclear.said, company)}.`;
    case 'no-visit-time':
      return 'Wann genau? Zum Beispiel: Besichtigung Do 14 Uhr, oder: Besichtigung 3.12. 10:30.';
    case 'no-visit':
      return 'Bei dieser Anfrage steht kein Termin bevor. Ist der Auftrag verloren, und warum? Zum Beispiel: verloren zu teuer.';
    case 'what-is-off':
      return `Was ist abgesagt? Für die Besichtigung bitte nur: ${actionLabels['cancel-visit']}. Ist der Auftrag verloren, dann mit Grund, zum Beispiel: verloren zu teuer. „${actionLabels.decline}“ geht nur über den Knopf bei der Anfrage.`;
    case 'visit-is-over':
      return `Der ${formatDate(unclear.date, 'de')} um ${unclear.time} Uhr ist schon vorbei.`;
    case 'no-sum':
      return 'Welcher Betrag? Zum Beispiel: Angebot 8500.';
    case 'other-currency':
      return `Welcher Betrag ist das in ${company.currency === 'EUR' ? 'Euro' : 'Franken'}? Zum Beispiel: Angebot 8500.`;
    case 'money':
      return explainMoneyFault(unclear.fault, company.currency);
    case 'unusual-sum':
      return `Sind ${formatMoney(unclear.cents, company.currency, 'de')} richtig? Das ist ungewöhnlich. Wenn es stimmt, tragen Sie es bitte über den Knopf bei der Anfrage ein.`;
    case 'no-repair-sum':
      return 'Was hat die Reparatur gekostet? Zum Beispiel: erledigt 320.';
    case 'not-a-repair':
      return '„Erledigt“ beendet nur Reparaturen und Notfälle. Ist der Auftrag gewonnen oder verloren, und warum?';
    case 'no-reason':
      return 'Warum verloren? Zum Beispiel: verloren zu teuer.';
    case 'no-day':
      return 'Auf welchen Tag? Zum Beispiel: später 15.1., oder: später in 2 Wochen.';
    case 'day-is-over':
      return `Der ${formatDate(unclear.until, 'de')} ist nicht später.`;
    case 'no-reason-or-day':
      return 'Warum, und wann wieder ansehen? Zum Beispiel: passt noch nicht: kein Budget bis 1.3.';
    case 'line-too-long':
      return 'Diese Zeile ist zu lang. Bitte eine kurze Zeile je Anfrage.';
    case 'too-many-lines':
      return unclear.left === 1
        ? 'Diese Zeile wurde nicht mehr gelesen, die Antwort war zu lang.'
        : `Ab hier wurden ${unclear.left} Zeilen nicht mehr gelesen, die Antwort war zu lang.`;
  }
}

/** `2, 4 und 5`. */
const inList = (numbers: readonly number[]): string =>
  numbers.length < 2 ? numbers.join('') : `${numbers.slice(0, -1).join(', ')} und ${numbers.at(-1)}`;

const lines = (count: number): string => (count === 1 ? 'Zeile' : 'Zeilen');

/** One of a kind each, without numbers: come back in a quote that nothing marks, they order nothing. */
export const howToAnswer =
  'vorn die Nummer der Anfrage, dahinter zum Beispiel „erreicht“, „erreicht, ruft Montag an“, „Notiz: Schlüssel beim Nachbarn“, „nicht erreicht“, „Besichtigung Do 14 Uhr“, „Angebot 8500“, „verloren zu teuer“ oder „später 15.1.“. Mehrere Nummern in einer Zeile gehen auch.';

export const digestReplyWords = {
  nothingFound: 'Nichts zu tun gefunden',
  nothingFoundHint: `In Ihrer Antwort stand keine Zeile von Ihnen, aus der sich etwas eintragen lie${sz}. Was zitiert ist, zählt nicht.`,
  allDone: (done: number) => `${done === 1 ? 'Eine Angabe' : `${done} Angaben`} eingetragen`,
  noneDone: (open: number) => `Bitte noch einmal: ${open} ${lines(open)} offen`,
  someDone: (done: number, open: number) => `${done} eingetragen, ${open} offen`,
  done: 'Eingetragen',
  already: 'Schon eingetragen, nichts geändert',
  refused: 'Nicht eingetragen',
  unclear: 'Nicht verstanden',
  answerAgain: 'Antworten Sie einfach auf diese E-Mail, mit derselben Nummer.',
  howTo: 'So geht es',
  examples: `Eine Zeile je Anfrage: ${howToAnswer}`,
} as const;
