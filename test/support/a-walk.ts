/** Walks leads through commands, as the functions do, without storage. */

import type { Company } from '../../domain/business/company.ts';
import { mayMail } from '../../domain/lawful/may-mail.ts';
import type { Command, Refusal } from '../../domain/lead/command.ts';
import { decide } from '../../domain/lead/decide.ts';
import type { LeadEvent } from '../../domain/lead/event.ts';
import { evolveAll } from '../../domain/lead/evolve.ts';
import { type DueMail, planFollowUp } from '../../domain/lead/follow-up.ts';
import { type Lead, leadSchema } from '../../domain/lead/lead.ts';
import { isWaiting } from '../../domain/lead/list.ts';
import type { Stage } from '../../domain/lead/pipeline.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { aLead } from './a-lead.ts';
import { aCompany } from './company.ts';

/** Monday, 23 November 2026, 10:00 in Berlin: an hour after the builder's lead was captured. */
export const monday10 = '2026-11-23T09:00:00.000Z';

export interface Walked {
  readonly lead: Lead;
  readonly events: readonly LeadEvent[];
  readonly refused?: Refusal;
}

/** What a command does to a lead. Every lead on the way must fit the schema. */
export function when(
  lead: Lead,
  command: Command,
  {
    now = monday10,
    company = aCompany(),
    by = 'owner' as 'owner' | 'customer' | 'system',
    person,
  }: {
    now?: Moment;
    company?: Company;
    by?: 'owner' | 'customer' | 'system';
    person?: string | undefined;
  } = {},
): Walked {
  const decision = decide(lead, command, { now, by, person, company });
  if ('refused' in decision) return { lead, events: [], refused: decision.refused };
  const next = decision.events.length > 0 ? evolveAll(lead, decision.events) : lead;
  return { lead: leadSchema.parse(next), events: decision.events };
}

/** Commands that bring a fresh lead into a stage, with everything the stage asks for. */
const ways: Record<Stage, readonly Command[]> = {
  new: [],
  'in-progress': [{ type: 'move', to: 'in-progress' }],
  'first-contact': [{ type: 'move', to: 'first-contact' }],
  'needs-analysis': [{ type: 'move', to: 'needs-analysis' }],
  opportunity: [{ type: 'move', to: 'opportunity', facts: { qualified: true, valueCents: 1_200_000 } }],
  'site-visit': [{ type: 'plan-visit', startsAt: '2026-11-26T09:00:00.000Z', durationMinutes: 60 }],
  quoted: [{ type: 'move', to: 'quoted', facts: { quotedCents: 1_150_000 } }],
  negotiation: [{ type: 'move', to: 'negotiation' }],
  won: [{ type: 'move', to: 'won', facts: { finalCents: 1_100_000 } }],
  lost: [{ type: 'move', to: 'lost', facts: { reason: 'zu teuer' } }],
  unqualified: [
    { type: 'move', to: 'unqualified', facts: { reason: 'kein Budget', lookAgainOn: '2027-03-01' } },
  ],
  service: [{ type: 'move', to: 'service' }],
  'service-done': [
    { type: 'move', to: 'service' },
    { type: 'move', to: 'service-done' },
  ],
};

/** A lead that came into this stage on Monday at 10:00. */
export function aLeadIn(stage: Stage): Lead {
  return ways[stage].reduce((lead, command) => {
    const { lead: next, refused } = when(lead, command);
    if (refused) throw new Error(`No way to ${stage}: ${refused.code}`);
    return next;
  }, aLead());
}

export type FollowedMail = DueMail & { readonly at: Moment };

/**
 * Lets time pass over a lead as the workflow would: wakes it whenever it is due, asks the gate, records every mail as sent.
 * @returns the lead at the end, and every mail with the moment it went out.
 */
export function letTimePass(
  start: Lead,
  {
    from = monday10,
    until,
    company = aCompany(),
    mailable = true,
  }: {
    from?: Moment;
    until: Moment;
    company?: Company;
    mailable?: boolean;
  },
): { lead: Lead; mails: FollowedMail[]; wakeUps: number } {
  let lead = start;
  let now = from;
  let wakeUps = 0;
  const mails: FollowedMail[] = [];
  while (now <= until && isWaiting(lead)) {
    const canMail = mailable && lead.contact.email !== undefined && lead.mailsStopped === undefined;
    const plan = planFollowUp(lead, canMail, company, now);
    wakeUps += 1;
    for (const mail of plan.mails) {
      const may = mail.to === 'customer' ? mayMail(mail.mail, { lead }, company, now) : undefined;
      if (may?.allowed === false) {
        const refusal = { mail: mail.mail, number: mail.number, why: may.reason, until: may.until };
        lead = when(lead, { type: 'refuse-mail', ...refusal }, { now, company, by: 'system' }).lead;
        continue;
      }
      mails.push({ ...mail, at: now });
      const { type, mail: name, number, key } = mail;
      const last = mail.to === 'customer' && mail.last ? true : undefined;
      const outcome = { type, mail: name, number, key, outcome: 'sent', at: now, last } as const;
      lead = when(lead, { type: 'record-mail', mail: outcome }, { now, company, by: 'system' }).lead;
      if (mail.last) lead = when(lead, { type: 'stall' }, { now, company, by: 'system' }).lead;
    }
    if (plan.mails.length === 0) now = plan.dueAt;
  }
  return { lead, mails, wakeUps };
}
