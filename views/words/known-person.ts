/** What earlier requests tell about a person, as the owner reads it. German. */
import type { KnownPerson } from '../../domain/lead/event.ts';
import { pipeline, type Stage } from '../../domain/lead/pipeline.ts';
import { isClosed, isWon } from '../../domain/lead/stages.ts';
import { localDate } from '../../domain/time/local-time.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { formatDate } from './format.ts';
import { kindLabels } from './labels.ts';
import { topicLabels } from './topics.ts';

interface Today {
  readonly now: Moment;
  readonly timeZone: string;
}

/** `Kennt uns: 2 Anfragen, zuletzt Bad 2025, gewonnen`. Under another name only the address or number is known. */
export function knownInWords(known: KnownPerson, today: Today): string {
  const { requests, last, otherName } = known;
  const count = requests === 1 ? '1 Anfrage' : `${requests} Anfragen`;
  const who = otherName ? 'Adresse oder Nummer bekannt' : 'Kennt uns';
  const lately = last && [
    `zuletzt ${aboutWhat(last)} ${when(last.capturedAt, today)}`,
    outcomeOf(last.stage),
  ];
  const under = otherName ? 'unter anderem Namen' : undefined;
  return `${who}: ${[count, ...(lately ?? []), under].filter(Boolean).join(', ')}`;
}

type Last = NonNullable<KnownPerson['last']>;

function aboutWhat({ topic, kind }: Pick<Last, 'topic' | 'kind'>): string {
  if (topic) return topicLabels[topic].de;
  return kind ? kindLabels[kind].de : 'Anfrage';
}

/** The day in this year, else the year. */
function when(moment: Moment, { now, timeZone }: Today): string {
  const date = localDate(moment, timeZone);
  const year = date.slice(0, 4);
  return year === localDate(now, timeZone).slice(0, 4) ? `am ${formatDate(date, 'de')}` : year;
}

function outcomeOf(stage: Stage): string {
  const { probability, timer } = pipeline[stage];
  if (!isClosed(stage)) return timer === 'sleep' ? 'zurückgestellt' : 'noch offen';
  if (isWon(stage)) return 'gewonnen';
  return probability === null ? 'erledigt' : 'kein Auftrag';
}

/** Beside a number that this request does not name. */
export const earlierPhone = 'Telefon aus früherer Anfrage';

/** Below the button that calls it. */
export const earlierPhoneHint = 'Die Nummer stammt aus einer früheren Anfrage.';

/** That a lead may be the same request as an open one. */
export const maybeSame = 'Vielleicht dieselbe Anfrage noch einmal: Es gibt schon eine offene.';

/** On the way to it. */
export const viewEarlier = 'Frühere Anfrage ansehen';

/** What an emergency was before it was corrected into one, and what was corrected. */
export const correctedWords = {
  title: (who: string) => `${who} hat die Anfrage geändert`,
  /** @param plate who, where and what. */
  subject: (plate: string) => `${plate}: Anfrage geändert`,
  urgentSubject: (plate: string) => `🚨 ${plate}: Notfall geändert`,
  what: 'Was sich geändert hat',
  onlyOlder: 'Es kam nur eine frühere Fassung verspätet an. Was Sie schon kennen, gilt weiter.',
  ringsOn: 'Der Alarm läuft weiter, bis jemand übernimmt.',
  newFiles: 'Neue Dateien',
  message: 'Jetzt steht da',
  earlierMessage: 'Vorher stand da',
  before: (value: string) => `vorher: ${value}`,
  none: 'nichts',
  lately: 'Der Kunde hat seine Angaben geändert.',
  gas: 'Gas',
  yes: 'ja',
  no: 'nein',
} as const;

/** Two leads that became one. */
export const mergedWords = {
  goesOn: 'Gehört zu einer früheren Anfrage. Dort geht es weiter:',
  into: (leadId: string) => `Mit Anfrage ${leadId} zusammengelegt`,
  from: (leadId: string) => `Übernommen aus Anfrage ${leadId}`,
  lately: (person: string | undefined) =>
    `Eine weitere Anfrage wurde dazugelegt${person === undefined ? '' : ` (${person})`}.`,
} as const;
