/** The office: looks in the desk at what goes to a customer next, and says what it wants of it. */

import { withCompany } from '../../../functions/shared/keep-business.ts';
import { type Ahead, changeNextMail, lookAhead, type MailWish } from '../../../functions/shared/next-mail.ts';
import { hourMs, minuteMs } from '../engine/plan.ts';
import type { SentMail } from '../platform/post.ts';
import type { Process } from '../platform/process.ts';
import { later, type PeopleDeps } from './surroundings.ts';

const name = 'office';

/** After a mail about a request, whoever it went to: somebody opens its page. */
export function officeLooks(deps: PeopleDeps, { leadId, messageId }: SentMail): void {
  if (leadId === undefined) return;
  const own = deps.entropy.stream(`looks at ${leadId} ${messageId}`);
  if (!own.chance(0.15)) return;
  const wanted = own.weighted({ skip: 3, send: 3, word: 3, pause: 1, resume: 1 });
  // Some look in the very moment in which the follow-up works.
  const afterMs = own.chance(0.3) ? own.between(100, 3_000) : own.between(minuteMs, 72 * hourMs);
  later(deps, name, afterMs, () => wish(deps, leadId, wanted));
}

type Wanted = 'skip' | 'send' | 'word' | 'pause' | 'resume';

function wishOf(wanted: Wanted, key: string, said: string): MailWish {
  switch (wanted) {
    case 'skip':
      return { type: 'skip-next-mail', key };
    case 'send':
      return { type: 'send-next-mail', key };
    case 'word':
      return { type: 'word-next-mail', key, text: said };
    default:
      return { type: `${wanted}-reminders` };
  }
}

async function wish(deps: PeopleDeps, leadId: string, wanted: Wanted): Promise<void> {
  const { cloud, book, scheduler } = deps;
  const seen = await cloud.functions.call('serve-desk', `look ${leadId}`, (process) =>
    withCompany((_: undefined, inside: Inside) => look(leadId, inside))(undefined, process),
  );
  const key = 'value' in seen ? seen.value?.mail?.key : undefined;
  if (key === undefined && wanted !== 'resume') return;
  const asked = wishOf(wanted, key ?? '', `eigene Worte ${deps.next()}`);
  const heard = await cloud.functions.call('serve-desk', `${asked.type} ${leadId}`, (process) =>
    withCompany((_: undefined, inside: Inside) => change(leadId, asked, inside))(undefined, process),
  );
  const isTold = 'value' in heard && heard.value?.outcome === 'changed';
  if (isTold && asked.type === 'skip-next-mail') {
    book.skipped.push({ leadId, key: asked.key, atMs: scheduler.nowMs() });
  }
}

type Inside = Process & Parameters<typeof changeNextMail>[3];

async function look(leadId: string, inside: Inside): Promise<Ahead | undefined> {
  const lead = await inside.leads.load(leadId);
  return lead && lookAhead(lead, inside);
}

async function change(leadId: string, asked: MailWish, inside: Inside) {
  const lead = await inside.leads.load(leadId);
  return lead && changeNextMail(lead, asked, 'Sabine Muster', inside);
}
