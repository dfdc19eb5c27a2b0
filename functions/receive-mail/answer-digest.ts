import { readDigestReply } from '../../domain/inbound/digest-reply.ts';
import type { Command, Refusal } from '../../domain/lead/command.ts';
import { localDate } from '../../domain/time/local-time.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { whoIs } from '../../views/lead-text.ts';
import { type DigestReplyMail, digestReplyMail } from '../../views/mail/digest-reply.ts';
import { changeLead } from '../shared/change-lead.ts';
import type { Arrival, ReceiveMailDeps, Settled } from './arrival.ts';
import { tellOwner } from './tell-owner.ts';

type Report = Pick<DigestReplyMail, 'done' | 'refused' | 'unclear'>;

/** Carries out the lines of the owner's answer to a digest and tells him, line by line, what became of them. */
export async function answerDigest(
  { newText, delivery }: Arrival,
  date: string,
  deps: ReceiveMailDeps,
): Promise<Settled> {
  const { company, clock, digestLog } = deps;
  const now = clock.now();
  const leadIds = (await digestLog.find(date))?.leadIds ?? [];
  const leads = await Promise.all(leadIds.map((id) => deps.leads.load(id)));
  const { understood, unclear } = readDigestReply(newText, {
    today: localDate(now, company.timeZone),
    now,
    company,
    leads,
  });
  const report: { [K in keyof Report]: Report[K][number][] } = {
    done: [],
    refused: [],
    unclear: [...unclear],
  };
  for (const { number, leadId, command, said, line } of understood) {
    const lead = leads[number - 1];
    const name = lead ? whoIs(lead.contact) : '';
    const why = await carryOut(leadId, command, deps);
    if (why === undefined) report.done.push({ number, name, said });
    else report.refused.push({ number, name, line, why });
  }
  await confirm(report, date, delivery.id, deps);
  return { outcome: 'reply-appended' };
}

/** @returns why it was not done. */
async function carryOut(
  leadId: string,
  command: Command,
  deps: ReceiveMailDeps,
): Promise<Refusal | 'gone' | undefined> {
  const change = await changeLead(deps, leadId, command, { by: 'owner' });
  if (change.outcome === 'changed') return undefined;
  return change.outcome === 'refused' ? change.refusal : 'gone';
}

/**
 * The leads are changed, whether the confirmation goes out or not: trying everything again would do it twice.
 */
async function confirm(
  report: Report,
  date: string,
  deliveryId: string,
  deps: ReceiveMailDeps,
): Promise<void> {
  const { company } = deps;
  const leadId = `digest-${date}`;
  const notice = {
    leadId,
    key: `reply#${deliveryId}`,
    about: 'digest',
    // What was not understood can be said again in an answer to this mail.
    replyTo: deps.replyAddresses?.sign(leadId),
    content: (now: Moment) => digestReplyMail({ company, now, ...report }),
  };
  try {
    await tellOwner(notice, deps);
  } catch (error) {
    deps.log.error('Answer to the digest not confirmed', error);
  }
}
