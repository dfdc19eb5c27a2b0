/** Many requests at once: who they are, how to call them, and two taps for all of them. */
import type { Company } from '../../domain/business/company.ts';
import { isBundled } from '../../domain/lead/acknowledging.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { briefly, phoneOf, whoIs } from '../lead-text.ts';
import { actionLabels } from '../words/actions.ts';
import { bundleWords as words } from '../words/mails/many.ts';
import { shortMoment } from '../words/moments.ts';
import type { Block, MailLine } from './block.ts';
import type { MailContent } from './mail-content.ts';
import { ownerMail } from './owner-mail.ts';

interface BundleLine {
  readonly lead: Lead;
  readonly what: 'first' | 'again';
  readonly viewUrl: string;
}

export interface Bundle {
  /** Oldest first; at least one. */
  readonly lines: readonly BundleLine[];
  readonly company: Company;
  readonly now: Moment;
  readonly acknowledgeUrl: string;
  readonly spamUrl: string;
}

/** Gmail cuts a mail off after 102 KB, and a line with its links has about 1 KB. */
const maxLines = 60;

export function bundleMail({ lines, company, now, acknowledgeUrl, spamUrl }: Bundle): MailContent {
  const fresh = lines.filter(({ what }) => what === 'first');
  const still = lines.filter(({ what }) => what === 'again');
  const shownFresh = fresh.slice(0, maxLines);
  const shownStill = still.slice(0, maxLines - shownFresh.length);
  const hidden = lines.length - shownFresh.length - shownStill.length;
  // Reminders of requests that have their answer may stand here, too.
  const withheld = lines.filter(({ lead }) => isBundled(lead)).length;
  const why = withheld === lines.length ? [words.because(lines.length), words.whatToDo] : [words.becauseMany];
  const section = (text: string, shown: readonly BundleLine[]): Block[] =>
    shown.length === 0
      ? []
      : [
          { type: 'section', text },
          { type: 'mails', lines: shown.map((line) => lineOf(line, now, company)) },
        ];
  const subject = words.subject(fresh.length, still.length);
  return ownerMail({
    company,
    words: { subject, paragraphs: [subject, ...why] },
    preheader: lines
      .slice(0, 5)
      .map(({ lead }) => whoIs(lead.contact))
      .join(', '),
    blocks: [
      {
        type: 'actions',
        actions: [
          ...(withheld > 0 ? [{ label: actionLabels['acknowledge-all'], url: acknowledgeUrl }] : []),
          { label: actionLabels['spam-all'], url: spamUrl },
        ],
      },
      ...section(words.fresh, shownFresh),
      ...section(words.still, shownStill),
      hidden > 0 ? { type: 'muted', text: words.more(hidden) } : undefined,
    ],
  });
}

function lineOf({ lead, viewUrl }: BundleLine, now: Moment, company: Company): MailLine {
  return {
    who: whoIs(lead.contact),
    about: briefly(lead, 100) ?? words.noWords,
    phone: phoneOf(lead.contact),
    note: shortMoment(lead.capturedAt, now, company),
    link: { label: actionLabels.view, url: viewUrl },
  };
}
