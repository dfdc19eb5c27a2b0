/** The day on one page, as the owner reads it. He alone does, and so it is in German only. */
import type { Company } from '../../../domain/business/company.ts';
import type { DigestNote, DigestSection, Gap } from '../../../domain/report/digest.ts';
import { maybeUndelivered } from '../standing.ts';
import { howToAnswer } from './digest-reply.ts';

export const sectionHeadings: Readonly<Record<DigestSection, string>> = {
  unconfirmed: '🚨 Notfälle, die niemand übernommen hat',
  visits: 'Besichtigungen heute und morgen',
  'new-requests': 'Neue Anfragen',
  'due-today': 'Heute sind Sie dran',
  answers: 'Antworten',
  stalled: 'Festgefahren – bitte entscheiden',
  quotes: 'Angebote ohne Antwort',
  moved: 'Was sich bewegt hat',
  gaps: 'Hier fehlen Angaben',
  bounced: 'E-Mails kommen nicht an – bitte anrufen',
};

/** How the lines of a section count in the subject. */
export const countedLines: Readonly<Record<DigestSection, readonly [one: string, many: string]>> = {
  unconfirmed: ['Notfall offen', 'Notfälle offen'],
  'new-requests': ['neue', 'neue'],
  'due-today': ['fällig', 'fällig'],
  answers: ['Antwort', 'Antworten'],
  bounced: ['nicht erreichbar', 'nicht erreichbar'],
  visits: ['Besichtigung', 'Besichtigungen'],
  stalled: ['festgefahren', 'festgefahren'],
  quotes: ['Angebot offen', 'Angebote offen'],
  gaps: ['mit Lücken', 'mit Lücken'],
  moved: ['bewegt', 'bewegt'],
};

const gapLabels: Readonly<Record<Gap, string>> = {
  name: 'Name',
  kind: 'Art der Anfrage',
  excerpt: 'Text der Anfrage',
};

/** What is missing or wrong. */
export function noteInWords(note: DigestNote): string {
  switch (note.code) {
    case 'gaps':
      return `Es fehlt: ${note.missing.map((gap) => gapLabels[gap]).join(', ')}.`;
    case 'bounced':
      return 'E-Mails kommen nicht an: bitte anrufen.';
    case 'bounce-reported':
      return maybeUndelivered;
    case 'disowned':
      return 'Die E-Mail-Adresse gehört jemand anderem: bitte anrufen.';
    case 'complained':
      return 'Hat sich über E-Mails beschwert: bitte keine mehr schreiben.';
  }
}

/** The source of requests as the owner knows it, by its key (`sourceKey` of `domain/inbound/silent-source.ts`). */
export function sourceInWords(source: string, { website }: Company): string {
  const [kind = '', name = ''] = source.split(/:(.*)/s);
  if (kind === 'portal') return `Das Portal ${name}`;
  if (kind === 'email') return `Das Postfach ${name}`;
  return `Das Formular auf ${name || new URL(website).hostname}`;
}

export const digestWords = {
  /** Behind what is known of a request that somebody else has. */
  withWhom: (name: string) => `bei ${name}`,
  subject: (summary: string, day: string) => `${summary} – Nachfass am ${day}`,
  /** Nothing of it counts in the subject. */
  overview: 'Überblick',
  toCheck: (count: number) => `${count} zu prüfen`,
  sourceSilent: 'eine Quelle verstummt',
  title: (day: string) => `Ihr ${day}`,
  howToAnswer: `Sie können auf diese E-Mail auch einfach antworten, eine Zeile je Anfrage: ${howToAnswer}`,
  heading: (text: string, lines: number) => `${text} (${lines})`,
  nothingOpen: 'Gerade ist nichts offen.',
  more: (count: number) => `… und ${count} weitere`,
  withheld: (count: number) =>
    count === 1
      ? 'Eine davon hat noch keine Eingangsbestätigung, weil so viel auf einmal kam.'
      : `${count} davon haben noch keine Eingangsbestätigung, weil so viel auf einmal kam.`,
  noted: 'Beiseitegelegt – ist eine Anfrage dabei?',
  odd: 'Bei diesen E-Mails ist etwas seltsam',
  unprocessed: {
    title: (count: number) =>
      count === 1 ? 'Eine E-Mail wurde nicht bearbeitet' : `${count} E-Mails wurden nicht bearbeitet`,
    text: 'Sie sind gespeichert, es geht nichts verloren. Bitte den Betreuer des Systems, sie nachzuholen (npm run replay).',
  },
  /** Settings of before there were limits. */
  beyondLimits: (mails: readonly string[]) =>
    `In Ihren Einstellungen stehen mehr oder dichtere E-Mails an Kunden, als hinausgehen (${mails.join(', ')}). Gesendet werden höchstens drei, mit mindestens zwei Arbeitstagen Abstand und ohne Wiederholung.`,
  silence: {
    heading: 'Ungewöhnlich still',
    line: (source: string, usualDays: number, since: string) =>
      `${source} bringt sonst ${usualDays === 1 ? 'jeden Tag' : `etwa alle ${usualDays} Tage`} eine Anfrage, aber ${since} keine mehr. Bitte einmal ausprobieren.`,
  },
  visit: (when: string) => `Besichtigung ${when}`,
  visitInDoubt:
    'Achtung: Der Kunde hat geschrieben, der Termin passt vielleicht nicht mehr. Bitte vor der Fahrt klären.',
  noAddress: 'Die Adresse fehlt noch: bitte erfragen.',
  movedFrom: (stage: string) => `Bisher: ${stage}`,
  /** What somebody did with it that left it where it stands. */
  movedHow: {
    'contact-attempted': 'Angerufen',
    'visit-planned': 'Besichtigung geplant',
    'visit-moved': 'Besichtigung verschoben',
    'visit-cancelled': 'Besichtigung abgesagt',
    postponed: 'Auf später gelegt',
  },
  note: (text: string) => `Notiz: ${text}`,
  requestBefore: (text: string) => `Angefragt war: „${text}“`,
  answerHeld: 'Ihre Antwort wartet noch: Zurzeit gehen keine E-Mails an den Kunden hinaus.',
  uncertainMail: 'Bei einer E-Mail ist unklar, ob sie ankam: bitte nachfragen.',
  allTogether: 'Alles zusammen',
  figures: (figures: {
    readonly openLeads: number;
    readonly value: string;
    readonly weighted: string;
    readonly month: string;
    readonly won: number;
    readonly wonValue: string;
  }) =>
    `${figures.openLeads} offene ${figures.openLeads === 1 ? 'Anfrage' : 'Anfragen'} · Auftragswert ${figures.value} · gewichtet ${figures.weighted} · gewonnen im ${figures.month}: ${figures.won} (${figures.wonValue})`,
} as const;
