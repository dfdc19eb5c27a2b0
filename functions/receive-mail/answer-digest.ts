import { readDigestReply } from '../../domain/inbound/digest-reply.ts';
import { stripQuotes } from '../../domain/inbound/quoted-text.ts';
import type { Command, Refusal } from '../../domain/lead/command.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { localDate } from '../../domain/time/local-time.ts';
import { whoIs } from '../../views/lead-text.ts';
import { type DigestReplyMail, digestReplyMail } from '../../views/mail/digest-reply.ts';
import { mailHeaders } from '../../views/mail/headers.ts';
import { changeLead } from '../shared/change-lead.ts';
import { mailFrame } from '../shared/mail-frame.ts';
import { sendOnce } from '../shared/send-once.ts';
import type { Arrival, ReceiveMailDeps, Settled } from './arrival.ts';

type Report = Pick<DigestReplyMail, 'done' | 'refused' | 'unclear'>;

/** Carries out the lines of the owner's answer to a digest and tells him, line by line, what became of them. */
export async function answerDigest(
  { mail, delivery }: Arrival,
  date: string,
  deps: ReceiveMailDeps,
): Promise<Settled> {
  const { company, clock, digestLog } = deps;
  const now = clock.now();
  const leadIds = (await digestLog.find(date))?.leadIds ?? [];
  const leads = await Promise.all(leadIds.map((id) => deps.leads.load(id)));
  const { understood, unclear } = readDigestReply(stripQuotes(mail.text, mail.subject).text, {
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
    const name = nameOf(leads[number - 1]);
    const why = await carryOut(leadId, command, deps);
    if (why === undefined) report.done.push({ number, name, said });
    else report.refused.push({ number, name, line, why });
  }
  await confirm(report, date, delivery.id, deps);
  return { outcome: 'reply-appended' };
}

const nameOf = (lead: Lead | undefined): string => (lead ? whoIs(lead.contact) : '');

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
  const { company, clock, log } = deps;
  const now = clock.now();
  const about = `digest-${date}`;
  const key = `reply#${deliveryId}`;
  try {
    await sendOnce(deps, { leadId: about, key, to: 'owner' }, () =>
      mailFrame(company, now, {
        to: company.owner.email,
        // What was not understood can be said again in an answer to this mail.
        replyTo: deps.replyAddresses?.sign(about),
        content: digestReplyMail({ company, now, ...report }),
        headers: {
          ...mailHeaders({ class: 'timer', about: 'digest' }),
          'X-Nachfass-Mail': `${about}/${key}`,
        },
      }),
    );
  } catch (error) {
    log.error('Answer to the digest not confirmed', error);
  }
}
