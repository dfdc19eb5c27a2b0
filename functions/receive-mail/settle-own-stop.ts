import { isClosed } from '../../domain/lead/stages.ts';
import { excerpt } from '../../domain/lead/summary.ts';
import { changeLead } from '../shared/change-lead.ts';
import { loadLeadsOfPerson } from '../shared/leads-of-person.ts';
import { appendReply } from './append-reply.ts';
import type { Arrival, ReceiveMailDeps, Settled } from './arrival.ts';
import { captureRequest } from './capture-request.ts';
import { stopMailsTo, stopperOf } from './stop-by-mail.ts';

/**
 * A mail of its own with a stop, from somebody who asked for something before: it ends the mails of all his open requests. His words
 * stand on the newest one; if he also asks for something, on a request of their own.
 * @returns `undefined`: no such mail, but one like any other.
 * @throws ConcurrentUpdateError five races lost in a row.
 */
export async function settleOwnStop(arrival: Arrival, deps: ReceiveMailDeps): Promise<Settled | undefined> {
  const sender = stopperOf(arrival);
  if (sender === undefined) return undefined;
  const all = await loadLeadsOfPerson([{ kind: 'email', value: sender }], deps);
  const theirs = all.filter((lead) => lead.contact.email === sender);
  const open = theirs.filter(({ stage }) => !isClosed(stage));
  const newest = open.at(0) ?? theirs.at(0);
  if (newest === undefined) return undefined;
  const asks = arrival.stop?.asks === true;
  const captured = asks ? await captureRequest(arrival, deps) : undefined;
  for (const { id } of captured ? open : open.slice(1)) {
    await changeLead(deps, id, { type: 'stop' }, { by: 'customer' });
  }
  if (captured) {
    await stopMailsTo(newest, deps);
    return captured;
  }
  const words = [excerpt(arrival.mail.subject), arrival.timelineText].filter((one) => one !== undefined);
  const timelineText = [...new Set(words)].join('\n\n') || undefined;
  return appendReply({ ...arrival, timelineText, thread: { ...arrival.thread, known: true } }, newest, deps);
}
