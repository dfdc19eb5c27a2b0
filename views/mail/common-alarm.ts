/** One alarm for several emergencies: how many, who, and the number to call of each. */
import type { Company } from '../../domain/business/company.ts';
import type { LeadSummary } from '../../domain/lead/summary.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { phoneToCall, whoIs } from '../lead-text.ts';
import { visible } from '../visitor-text.ts';
import { actionLabels } from '../words/actions.ts';
import { commonAlarmWords as words } from '../words/mails/many.ts';
import { shortMoment } from '../words/moments.ts';
import type { Block, MailLine } from './block.ts';
import type { MailContent } from './mail-content.ts';
import { ownerMail } from './owner-mail.ts';

interface AlarmLine {
  readonly lead: LeadSummary;
  /** Proven or known. */
  readonly trusted: boolean;
  /** Danger to life: before all others. */
  readonly gas: boolean;
  readonly viewUrl: string;
  /** Whoever gets the mail takes it. */
  readonly takeUrl: () => string;
}

export interface CommonAlarmMail {
  /** Whoever is told first stands first. */
  readonly lines: readonly AlarmLine[];
  /** All of them; perhaps more than there are lines. */
  readonly count: number;
  readonly company: Company;
  readonly now: Moment;
  /** The list from which many are put aside with one tap. */
  readonly listUrl: string;
}

/** More than anybody calls before the next alarm. */
const maxLines = 30;

export function commonAlarmMail({ lines, count, company, now, listUrl }: CommonAlarmMail): MailContent {
  const shown = lines.slice(0, maxLines);
  const section = (text: string, isIn: (line: AlarmLine) => boolean): Block[] => {
    const own = shown.filter(isIn);
    if (own.length === 0) return [];
    return [
      { type: 'section', text, urgent: true },
      { type: 'mails', lines: own.map((line) => lineOf(line, now, company)) },
    ];
  };
  const trusted = lines.filter((line) => line.trusted).length;
  return ownerMail({
    company,
    words: { subject: words.subject(count, trusted), paragraphs: [words.title(count), words.because] },
    preheader: shown
      .slice(0, 5)
      .map(({ lead }) => whoIs(lead))
      .join(', '),
    alarm: words.alarm,
    blocks: [
      ...section(words.gas, ({ gas }) => gas),
      ...section(words.trusted, ({ gas, trusted }) => !gas && trusted),
      ...section(words.others, ({ gas, trusted }) => !gas && !trusted),
      count > shown.length ? { type: 'muted', text: words.more(count - shown.length) } : undefined,
      { type: 'actions', actions: [{ label: actionLabels['spam-alarms'], url: listUrl }] },
    ],
  });
}

function lineOf({ lead, viewUrl, takeUrl }: AlarmLine, now: Moment, company: Company): MailLine {
  return {
    who: whoIs(lead),
    about: visible(lead.excerpt, 100) ?? words.noWords,
    phone: phoneToCall(lead),
    note: shortMoment(lead.capturedAt, now, company),
    link: { label: actionLabels.confirm, url: takeUrl() },
    further: { label: actionLabels.view, url: viewUrl },
  };
}
