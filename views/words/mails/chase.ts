/** Why it is the owner's turn, one reason for each rhythm: he alone reads it, and so it is in German only. */
import type { Company } from '../../../domain/business/company.ts';
import { isAlarm } from '../../../domain/lead/actions.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { lastAnswer } from '../../../domain/lead/learning.ts';
import { isOver } from '../../../domain/lead/list.ts';
import type { CadenceName } from '../../../domain/lead/pipeline.ts';
import type { Moment } from '../../../domain/time/moment.ts';
import { visible } from '../../visitor-text.ts';
import { formatAgo, formatDate, formatDay, formatDayAndTime, formatMoney, formatSince } from '../format.ts';
import { learnedWords } from '../learned.ts';

export interface ChaseAbout {
  readonly lead: Lead;
  /** What to call the customer. */
  readonly who: string;
  /** Who, where and what: begins each subject. */
  readonly plate: string;
  readonly company: Company;
  readonly now: Moment;
  /** Counts from 1. */
  readonly number: number;
}

export interface ChaseReason {
  /** For the list of mails; the reference follows. */
  readonly subject: string;
  /** Why this mail comes, in one sentence. */
  readonly because: string;
}

/** What came last of the customer was a call, and no words of his. */
const calledLast = ({ timeline }: Lead): boolean =>
  timeline.findLast((event) => event.type === 'customer-replied')?.called === true;

/** The last words of the customer were that he wants no mails any more. */
const stoppedLast = ({ timeline }: Lead): boolean =>
  timeline.findLast((event) => event.type === 'customer-replied')?.stops === true;

/** What the last answer was for, where that is more than that there is one. */
function toldInReply(lead: Lead, who: string, { timeZone }: Company): ChaseReason | undefined {
  const answer = lastAnswer(lead);
  const phone = visible(answer?.taught.find(({ fact }) => fact === 'phone')?.value, 60);
  if (isAlarm(lead) && phone !== undefined) {
    const { subject, because } = learnedWords.phone;
    return { subject: subject(who, phone), because: because(who, phone) };
  }
  const { visit } = lead;
  if (!answer?.reply.forVisit || !visit) return undefined;
  const { address, postcode, city } = answer.reply.facts ?? {};
  const hasPlace = [address, postcode, city].some((part) => part !== undefined);
  const isOverNow = visit.startsAt <= answer.reply.at;
  const { subject, because } = hasPlace
    ? learnedWords.place
    : isOverNow
      ? learnedWords.afterVisit
      : learnedWords.yes;
  return { subject: subject(who), because: because(who, formatDayAndTime(visit.startsAt, timeZone, 'de')) };
}

export const chaseReasons: Readonly<Record<CadenceName, (about: ChaseAbout) => ChaseReason>> = {
  new: ({ lead, who, plate, now }) => {
    const since = formatSince(lead.stageSince, now);
    return {
      subject: `${plate}: wartet ${since} auf Ihren Anruf`,
      because: `${who} wartet ${since} auf ein erstes Zeichen von Ihnen.`,
    };
  },
  'in-progress': ({ lead, who, plate, now }) => ({
    subject: `${plate}: schon gesprochen?`,
    because: `Die Anfrage von ${who} ist ${formatSince(lead.stageSince, now)} in Bearbeitung: Haben Sie schon miteinander gesprochen?`,
  }),
  'first-contact': ({ lead, who, plate, now }) => ({
    subject: `${plate}: bitte anrufen`,
    because: `Der Erstkontakt mit ${who} läuft ${formatSince(lead.stageSince, now)}: Bitte rufen Sie an und notieren Sie, ob Sie jemanden erreicht haben.`,
  }),
  'not-reached': ({ lead, who, plate }) => ({
    subject: `${plate}: bitte noch einmal anrufen`,
    because: `${who} war am Telefon nicht erreichbar${andNoMail(lead)}: Bitte rufen Sie noch einmal an.`,
  }),
  talked: ({ lead, who, plate, now }) => ({
    subject: `${plate}: wer ist jetzt dran?`,
    because: `Sie sind ${formatSince(lead.cadence?.startedAt ?? lead.stageSince, now)} mit ${who} im Gespräch, und niemand hat eingetragen, wie es weitergeht.`,
  }),
  'needs-analysis': ({ lead, who, plate }) => ({
    subject: `${plate}: Bedarf klären, bitte anrufen`,
    because: `Der Bedarf von ${who} ist noch nicht geklärt${andNoMail(lead)}: Bitte fragen Sie am Telefon nach.`,
  }),
  opportunity: ({ lead, who, plate, now }) => ({
    subject: `${plate}: Wie geht es weiter?`,
    because: `Aus der Anfrage von ${who} kann ${formatSince(lead.stageSince, now)} ein Auftrag werden: Als Nächstes kommt eine Besichtigung oder ein Angebot.`,
  }),
  'site-visit': ({ lead, who, plate, company }) => {
    if (!lead.visit && lead.cancelledVisit) {
      return {
        subject: `${plate}: neuer Termin nötig`,
        because: `Die Besichtigung bei ${who} ist abgesagt: Bitte machen Sie einen neuen Termin aus.`,
      };
    }
    const visited = lead.visit ? ` vom ${formatDay(lead.visit.startsAt, company.timeZone, 'de')}` : '';
    return {
      subject: `${plate}: Angebot fehlt noch`,
      because: `Nach der Besichtigung${visited} wartet ${who} auf Ihr Angebot.`,
    };
  },
  quoted: ({ lead, who, plate, company }) => {
    const over =
      lead.quotedCents === undefined ? '' : ` über ${formatMoney(lead.quotedCents, company.currency, 'de')}`;
    return {
      subject: `${plate}: Angebot ohne Antwort, bitte anrufen`,
      because: `${who} hat auf Ihr Angebot${over} noch nicht geantwortet${andNoMail(lead)}: Bitte fassen Sie telefonisch nach.`,
    };
  },
  negotiation: ({ lead, who, plate, now }) => ({
    subject: `${plate}: Wie ist der Stand?`,
    because: `Sie sind ${formatSince(lead.stageSince, now)} mit ${who} in Verhandlung: Wie ist der Stand?`,
  }),
  unqualified: ({ lead, who, plate }) => {
    const reason = visible(lead.reason, 200);
    return {
      subject: `${plate}: Wiedervorlage`,
      because: `Heute ist Wiedervorlage für ${who}${reason ? ` (damals: ${reason})` : ''}: Hat sich etwas geändert?`,
    };
  },
  service: ({ lead, who, plate, now }) => {
    const since = formatSince(lead.stageSince, now);
    return {
      subject: `${plate}: ${since} unbestätigt`,
      because: `${since.charAt(0).toUpperCase()}${since.slice(1)} hat niemand den Notfall von ${who} übernommen.`,
    };
  },
  'service-confirmed': ({ lead, who, plate, now }) => ({
    subject: `${plate}: Einsatz erledigt?`,
    because: `Der Notfall von ${who} ist ${formatSince(lead.confirmedAt ?? lead.stageSince, now)} übernommen: Ist der Einsatz erledigt?`,
  }),
  replied: ({ lead, who, plate, company, now, number }) => {
    const since = formatSince(lead.cadence?.startedAt ?? lead.movedAt, now);
    const ago = formatAgo(lead.cadence?.startedAt ?? lead.movedAt, now);
    if (stoppedLast(lead)) {
      return {
        subject: `${plate}: möchte keine E-Mails mehr`,
        because:
          number === 1
            ? `${who} hat geschrieben und möchte keine E-Mails mehr. Von uns kommen keine mehr: Bitte entscheiden Sie, wie es weitergeht.`
            : `${who} möchte keine E-Mails mehr und hat das ${ago} geschrieben: Bitte entscheiden Sie, wie es weitergeht.`,
      };
    }
    const told = toldInReply(lead, who, company);
    if (told && number === 1) return told;
    if (calledLast(lead)) {
      return number === 1
        ? { subject: `${plate}: hat angerufen`, because: `${who} hat angerufen: Bitte zurückrufen.` }
        : {
            subject: `${plate}: wartet ${since} auf Ihren Rückruf`,
            because: `${who} hat angerufen und wartet ${since} auf Ihren Rückruf.`,
          };
    }
    if (isOver(lead)) {
      return {
        subject: `${plate}: hat geantwortet`,
        because: lead.spam
          ? `Zu einer Anfrage, die als Spam abgelegt ist, kam eine Nachricht von ${who}. Das nur zur Kenntnis: Erinnert werden Sie daran nicht. Ist es doch ein Kunde, öffnen Sie die Anfrage bitte wieder.`
          : `${who} hat geantwortet.`,
      };
    }
    return number === 1
      ? { subject: `${plate}: hat geantwortet`, because: `${who} hat geantwortet, jetzt sind Sie dran.` }
      : {
          subject: `${plate}: wartet ${since} auf Ihre Antwort`,
          because: `${who} hat geantwortet und wartet ${since} auf Sie.`,
        };
  },
  answered: ({ lead, who, plate }) => ({
    subject: `${plate}: keine Antwort, bitte anrufen`,
    because: `${who} hat auf Ihre E-Mail noch nicht geantwortet${andNoMail(lead)}: Bitte rufen Sie an.`,
  }),
  postponed: ({ lead, who, plate }) => {
    const on = lead.postponedUntil ? ` am ${formatDate(lead.postponedUntil, 'de')}` : '';
    return {
      subject: `${plate}: wie vereinbart`,
      because: `Sie wollten sich${on} wieder um ${who} kümmern.`,
    };
  },
  bounced: ({ lead, who, plate }) =>
    lead.mailsStopped === 'disowned'
      ? addressOfAnother(lead, who, plate)
      : {
          subject: `${plate}: E-Mail kommt nicht an, bitte anrufen`,
          because: `Unsere E-Mails an ${who} kommen nicht an: Bitte rufen Sie an.`,
        },
  stopped: ({ who, plate }) => ({
    subject: `${plate}: möchte keine E-Mails mehr`,
    because: `${who} hat weitere E-Mails zu dieser Anfrage abbestellt: Bitte entscheiden Sie, wie es weitergeht.`,
  }),
};

/** Whoever reads the mails there says so; the request may be a customer's all the same. */
function addressOfAnother({ contact, stage, confirmedAt }: Lead, who: string, plate: string) {
  const rings = isAlarm({ stage, confirmedAt });

  const what =
    contact.phone === undefined
      ? 'Eine Telefonnummer fehlt: Wenn die Anfrage keinen anderen Weg nennt, legen Sie sie als Spam ab.'
      : 'Vielleicht hat sich der Kunde vertippt: Bitte rufen Sie an.';
  return {
    subject: `${rings ? '🚨 ' : ''}${plate}: ${rings ? 'Notfall vielleicht nicht echt, ' : ''}E-Mail-Adresse gehört jemand anderem`,
    because: [
      `Unter der E-Mail-Adresse von ${who} hat jemand „Das war ich nicht“ gesagt. Dorthin schreiben wir nicht mehr.`,
      ...(rings ? ['Der Notfall ist vielleicht nicht echt; der Alarm läuft weiter.'] : []),
      what,
    ].join(' '),
  };
}

/** Why the customer is not reminded by mail; nothing where a business chose to chase its owner instead. */
function andNoMail({ contact, mailsStopped, cadence }: Lead): string {
  if (!contact.email) return ', und eine E-Mail-Adresse fehlt';
  if (mailsStopped === 'bounced') return ', und E-Mails kommen nicht an';
  if (mailsStopped === 'disowned') return ', und die E-Mail-Adresse gehört jemand anderem';
  if (mailsStopped) return ' und möchte keine E-Mails';
  // What was promised is kept; the timeline says which promise.
  if (cadence?.refused) return ', und weitere Erinnerungen per E-Mail bekommt der Kunde von uns nicht';
  return '';
}

/** The other words of these mails. */
export const chaseWords = {
  alarm: '🚨 Notfall – noch unbestätigt',
  callNumber: 'Neue Nummer anrufen',
  untilConfirmed: 'Diese E-Mail kommt wieder, bis jemand bestätigt.',
  /** The customer ended the mails, not we. */
  stallsByStop:
    'Ab jetzt steht die Anfrage im Tagesüberblick unter „Festgefahren“, bis Sie entscheiden, wie es weitergeht.',
  stalls:
    'Das ist die letzte Erinnerung. Ab jetzt steht die Anfrage im Tagesüberblick unter „Festgefahren“, bis Sie entscheiden, wie es weitergeht.',
  otherAddress: {
    title: 'Von einer anderen Adresse',
    text: (address: string) =>
      `Diese Antwort kam von ${address}. Bitte prüfen Sie, ob sie wirklich vom Kunden ist.`,
  },
  reply: 'Die Antwort',
  call: 'Der Anruf',
  request: 'Die Anfrage',
  stage: 'Stufe',
  value: 'Wert',
  weighted: (value: string, percent: number, weighted: string) =>
    `${value} · ${percent} % · gewichtet ${weighted}`,
  lastStep: 'Letzter Schritt',
} as const;
