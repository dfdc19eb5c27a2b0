import type { LeadEvent } from '../../domain/lead/event.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { changeableText } from '../../views/desk/request/next-mail.ts';
import type { RequestAttempt } from '../../views/desk/request/request-form.ts';
import { multiLine } from '../../views/visitor-text.ts';
import { type Done, nextMailWords } from '../../views/words/desk/request.ts';
import { shortMoment } from '../../views/words/moments.ts';
import { explainRefusal } from '../../views/words/refusals.ts';
import type { Change, ChangeLeadDeps } from '../shared/change-lead.ts';
import { changeNextMail as change, lookAhead, type MailWish } from '../shared/next-mail.ts';
import { hasOwnLinks } from '../shared/owner-answer.ts';
import { shownSince } from '../shared/shown-since.ts';
import { typedIn } from '../shared/typed-in.ts';
import { typedText } from '../shared/typed-text.ts';
import type { DeskPage } from './desk-route.ts';
import { backTo, loadForForm, type RequestDeps, renderRequest } from './render-request.ts';

const wishes = {
  'skip-next-mail': 'skipped',
  'send-next-mail': 'hurried',
  'word-next-mail': 'worded',
  standard: 'standard',
  'pause-reminders': 'paused',
  'resume-reminders': 'resumed',
} as const satisfies Record<string, Done>;
type Wanted = keyof typeof wishes;

/** What goes to the customer next: not, now, in other words, or nothing of the kind any more. */
export const changeNextMail: DeskPage<RequestDeps & ChangeLeadDeps> = async (request, deps, context) => {
  const found = await loadForForm(request, deps, context);
  if ('response' in found) return found.response;
  const { lead } = found;
  const typed = typedIn(request);
  const wanted = (Object.keys(wishes) as Wanted[]).find((one) => one === typed.get('do'));
  if (!wanted) return renderRequest(422, lead, {}, deps, context);
  const askAgain = (status: number, about: Omit<RequestAttempt, 'form' | 'typed'>, stands: Lead = lead) =>
    renderRequest(status, stands, { attempt: { form: 'next-mail', typed, ...about } }, deps, context);

  const text = typedText(typed.get('text'));
  if (wanted === 'word-next-mail') {
    if (text === undefined) return askAgain(422, { problem: nextMailWords.tooLong });
    if (text === '') return askAgain(422, { problem: nextMailWords.emptyText });
    if (hasOwnLinks([text], lead, deps)) return askAgain(422, { problem: nextMailWords.links });
    const ahead = await lookAhead(lead, deps);
    const known = ahead.mail ? changeableText(ahead, context) : undefined;
    const seen = multiLine(typed.get('seenText') ?? '');
    const isOther = typed.has('seenText') && known !== undefined && ![seen, text].includes(multiLine(known));
    if (isOther && ahead.mail?.key === typed.get('key')) {
      return askAgain(409, {
        problem: nextMailWords.changedMeanwhile,
        happened: mailsSince(lead, shownSince(typed, context.now)),
      });
    }
  }
  const result = await change(
    lead,
    wishOf(wanted, typed.get('key') ?? '', text ?? ''),
    context.person.name,
    deps,
  );
  if (result.outcome === 'refused' && result.refusal.code !== 'already-done') {
    const about = {
      problem: whyNot(result, context),
      happened: mailsSince(result.lead, shownSince(typed, context.now)),
    };
    return askAgain(409, about, (await deps.leads.load(lead.id)) ?? lead);
  }
  return backTo(lead.id, wishes[wanted], 'next-mail');
};

function wishOf(wanted: Wanted, key: string, text: string): MailWish {
  switch (wanted) {
    case 'pause-reminders':
    case 'resume-reminders':
      return { type: wanted };
    case 'standard':
      return { type: 'word-next-mail', key };
    case 'word-next-mail':
      return { type: wanted, key, text };
    default:
      return { type: wanted, key };
  }
}

function whyNot(
  { refusal }: Extract<Change, { outcome: 'refused' }>,
  { now, company }: Parameters<typeof changeNextMail>[2],
): string {
  const until = refusal.code === 'mail-must-wait' ? refusal.until : undefined;
  return [
    explainRefusal(refusal),
    ...(until === undefined ? [] : [nextMailWords.earliest(shortMoment(until, now, company))]),
  ].join(' ');
}

const aboutMails: readonly LeadEvent['type'][] = [
  'mail-skipped',
  'mail-hurried',
  'mail-worded',
  'reminders-paused',
  'reminders-resumed',
  'follow-up-sent',
  'customer-replied',
  'owner-replied',
  'moved',
];

const mailsSince = ({ timeline }: Lead, since: Moment): LeadEvent[] =>
  timeline.filter(({ type, at }) => at >= since && aboutMails.includes(type)).slice(-3);
