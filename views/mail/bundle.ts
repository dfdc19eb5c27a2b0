/** Many requests at once: who they are, how to call them, and two taps for all of them. */
import type { Company } from '../../domain/business/company.ts';
import { isBundled } from '../../domain/lead/acknowledging.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { type Unanswered, unansweredOf } from '../../domain/lead/summary.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { briefly, callOf, whoseRequest } from '../lead-text.ts';
import { actionLabels } from '../words/actions.ts';
import { answerInWords, answerText } from '../words/answers.ts';
import { bundleWords as words } from '../words/mails/many.ts';
import { shortMoment } from '../words/moments.ts';
import { mailsStoppedInWords } from '../words/standing.ts';
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

/** What the customer wrote last is news, whatever else waits to be told. */
type Told = BundleLine & { readonly unanswered: Unanswered | undefined };

export function bundleMail({ lines, company, now, acknowledgeUrl, spamUrl }: Bundle): MailContent {
  const told = lines.map((line): Told => ({ ...line, unanswered: unansweredOf(line.lead) }));
  const answers = told.filter(({ unanswered }) => unanswered);
  const silent = told.filter(({ unanswered }) => !unanswered);
  const fresh = silent.filter(({ what }) => what === 'first');
  const still = silent.filter(({ what }) => what === 'again');
  const shownAnswers = answers.slice(0, maxLines);
  const shownFresh = fresh.slice(0, maxLines - shownAnswers.length);
  const shownStill = still.slice(0, maxLines - shownAnswers.length - shownFresh.length);
  const hidden = lines.length - shownAnswers.length - shownFresh.length - shownStill.length;
  // Reminders of requests that have their answer may stand here, too.
  const withheld = silent.filter(({ lead }) => isBundled(lead)).length;
  const why = withheld === lines.length ? [words.because(lines.length), words.whatToDo] : [words.becauseMany];
  const section = (text: string, shown: readonly Told[]): Block[] =>
    shown.length === 0
      ? []
      : [
          { type: 'section', text },
          { type: 'mails', lines: shown.map((line) => lineOf(line, now, company)) },
        ];
  const subject = words.subject({ answers: answers.length, fresh: fresh.length, still: still.length });
  return ownerMail({
    company,
    words: { subject, paragraphs: [subject, ...why] },
    preheader: [...answers, ...silent]
      .slice(0, 5)
      .map(({ lead }) => whoseRequest(lead))
      .join(', '),
    blocks: [
      ...section(words.answers, shownAnswers),
      // Only what nothing has happened with may be put away at once.
      withheld > 0
        ? {
            type: 'actions',
            actions: [
              { label: actionLabels['acknowledge-all'], url: acknowledgeUrl },
              { label: actionLabels['spam-all'], url: spamUrl },
            ],
          }
        : undefined,
      ...section(words.fresh, shownFresh),
      ...section(words.still, shownStill),
      hidden > 0 ? rest(hidden, withheld > 0 ? undefined : spamUrl) : undefined,
    ],
  });
}

/** @param listUrl where no button leads to the list already. */
const rest = (hidden: number, listUrl: string | undefined): Block =>
  listUrl === undefined
    ? { type: 'muted', text: words.more(hidden) }
    : { type: 'link', link: { label: words.moreListed(hidden), url: listUrl } };

function lineOf({ lead, unanswered, viewUrl }: Told, now: Moment, company: Company): MailLine {
  const request = briefly(lead, 100);
  const about = unanswered && request !== undefined ? words.about(request) : undefined;
  const notes = unanswered
    ? [answerInWords(unanswered, now), about]
    : [
        shortMoment(lead.capturedAt, now, company),
        lead.mailsStopped && mailsStoppedInWords[lead.mailsStopped],
      ];
  return {
    who: whoseRequest(lead),
    about: unanswered ? answerText(unanswered) : (request ?? words.noWords),
    phone: callOf(lead)?.phone,
    note: notes.filter(Boolean).join(' · '),
    link: { label: actionLabels.view, url: viewUrl },
  };
}
