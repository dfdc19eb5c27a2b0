/** Somebody takes an emergency: its alarm ends, and whoever was called with him hears who it is. */
import { calledNow } from '../business/absence.ts';
import type { Company } from '../business/company.ts';
import { type Callee, everybody } from '../business/people.ts';
import { isAlarm } from './actions.ts';
import { assignment } from './assigning.ts';
import { begin } from './begin-cadence.ts';
import { calledBeside } from './captured-call.ts';
import type { Draft } from './draft.ts';
import { calledAt } from './emergency-chain.ts';
import type { EventOf } from './event.ts';
import type { Lead } from './lead.ts';
import { pipeline } from './pipeline.ts';
import { renew, without } from './renew.ts';

/**
 * Whoever is called out has what he takes, however he ends its alarm: his reminders and his list hold it from now on, and he sees it
 * whatever becomes of it. Owner and office get what is nobody's as it is; what somebody else has and they confirm, they take over.
 * @param lead as it rang.
 * @param after with what he did.
 * @returns what must be folded before it.
 */
export function taking(
  lead: Lead,
  after: Lead,
  {
    company,
    by,
    person,
  }: { readonly company: Company; readonly by: string; readonly person?: string | undefined },
): Draft[] {
  if (by !== 'owner' || isAlarm(after)) return [];
  const [taker, ...namesakes] = everybody(company).filter(({ name }) => name === person);
  if (!taker || namesakes.length > 0) return [];
  const takesOver = lead.assignedTo !== undefined && after.confirmedAt !== undefined;
  const given = taker.role === 'staff' || takesOver ? assignment(lead, taker.email, { company }) : [];
  return 'code' in given ? [] : given;
}

export function taken(lead: Lead, { at, person }: EventOf<'confirmed'>): Lead {
  const { alertedAt, cadence } = lead;
  return begin(
    renew(
      {
        ...without(lead, 'taking'),
        confirmedAt: at,
        movedAt: at,
        // Whom nobody called need not be told that it is over.
        ...(alertedAt !== undefined && {
          taking: { alarmBegan: cadence?.startedAt ?? alertedAt, ...(person !== undefined && { person }) },
        }),
      },
      at,
    ),
    'service-confirmed',
    at,
  );
}

/**
 * Who was called and has not been told that somebody took it; nobody, if that was only he. Of a taker without a name nobody knows
 * whether he is one of them, so a single one who was called is taken for him.
 */
export function toldOfTaking(company: Company, lead: Lead): readonly Callee[] {
  const { taking, confirmedAt } = lead;
  if (!taking || confirmedAt === undefined || !pipeline[lead.stage].alarm) return [];
  const whom = calledAt(company, ringing(lead, taking.alarmBegan), confirmedAt);
  const step = whom === 'on-call' ? whom : 'everybody';
  const first = calledNow(company, step, confirmedAt);
  // Whoever typed it in was not called, but others for him; he hears who took it.
  const others = calledBeside(company, lead, step, confirmedAt).filter(
    ({ key }) => !first.some((one) => one.key === key),
  );
  const called = [...first, ...others];
  if (taking.person === undefined) return called.length > 1 ? called : [];
  return called.filter(({ name }) => name !== taking.person);
}

/** As it was while it rang. */
function ringing(lead: Lead, startedAt: string): Lead {
  const { cadence } = lead;
  return { ...without(lead, 'confirmedAt'), ...(cadence && { cadence: { ...cadence, startedAt } }) };
}
