/** All that is due for the owner, in one mail: a list to act on, the most money at risk first. */
import { isBundled } from '../../domain/lead/acknowledging.ts';
import { type Lead, weightedCents } from '../../domain/lead/lead.ts';
import type { CadenceName } from '../../domain/lead/pipeline.ts';
import { isClosed } from '../../domain/lead/stages.ts';
import { summarise } from '../../domain/lead/summary.ts';
import { whoseRequest } from '../lead-text.ts';
import { actionLabels } from '../words/actions.ts';
import { chasesWords as words } from '../words/mails/chases.ts';
import { digestWords } from '../words/mails/digest.ts';
import type { Block, Entry } from './block.ts';
import { chaseWordsOf } from './chase.ts';
import { entryOf, type ListMail, weekdayAndDay } from './digest.ts';
import type { MailContent } from './mail-content.ts';
import { ownerMail } from './owner-mail.ts';

export interface ChaseLine {
  readonly lead: Lead;
  readonly cadence: CadenceName;
  /** Counts from 1 within its rhythm. */
  readonly number: number;
  /** After it nobody is reminded of this request any more. */
  readonly last: boolean;
}

export interface Chases extends ListMail {
  /** At least two, as they are numbered. */
  readonly lines: readonly ChaseLine[];
  /** By which an answer speaks of it. */
  readonly numberOf: (lead: Pick<Lead, 'id'>) => number;
  /** Where all that is open stands. */
  readonly openRequestsUrl: string;
  /** Where all requests of a flood can be put aside. */
  readonly spamUrl: string;
  readonly acknowledgeUrl: string;
}

/** As in the digest: Gmail cuts a mail off after 102 KB, and an entry has about 2.1 KB. */
const maxLines = 40;

export function chasesMail(mail: Chases): MailContent {
  const { lines, company, now } = mail;
  const hidden = lines.length - maxLines;
  const withheld = lines.filter(({ lead }) => isBundled(lead)).length;
  const blocks: (Block | undefined)[] = [
    lines.some(({ lead }) => weightedCents(lead) > 0) ? { type: 'muted', text: words.order } : undefined,
    ...lines.slice(0, maxLines).map((line): Block => ({ type: 'entry', entry: entry(mail, line) })),
    hidden > 0 ? { type: 'link', link: { label: words.more(hidden), url: mail.openRequestsUrl } } : undefined,
    ...(withheld > 0
      ? [
          { type: 'muted' as const, text: words.withheld(withheld) },
          {
            type: 'actions' as const,
            actions: [
              { label: actionLabels['acknowledge-all'], url: mail.acknowledgeUrl },
              { label: actionLabels['spam-all'], url: mail.spamUrl },
            ],
          },
        ]
      : []),
    mail.answerable ? { type: 'muted', text: digestWords.howToAnswer } : undefined,
  ];
  return ownerMail({
    company,
    words: {
      subject: words.subject(weekdayAndDay(now, company.timeZone)),
      paragraphs: [words.title(lines.length)],
    },
    preheader: lines
      .slice(0, 5)
      .map(({ lead }) => whoseRequest(lead))
      .join(', '),
    blocks,
  });
}

/** As in the digest, with the sentence that says why it is his turn. */
function entry(mail: Chases, { lead, cadence, number, last }: ChaseLine): Entry {
  const { company, now } = mail;
  const [because] = chaseWordsOf({ lead, company, now, cadence, number }).paragraphs;
  const shown = entryOf(mail, 'due-today', { number: mail.numberOf(lead), lead: summarise(lead) });
  return {
    ...shown,
    note: because.replaceAll('\n', ' '),
    remarks: [
      ...(shown.remarks ?? []),
      ...(last && cadence !== 'stopped' && !isClosed(lead.stage) ? [words.stalls] : []),
    ],
  };
}
