/** Emergencies that nobody has taken on: a few ring each by itself, many as one. */
import { calledNow } from '../../domain/business/absence.ts';
import type { Company } from '../../domain/business/company.ts';
import type { Callee } from '../../domain/business/people.ts';
import { isAlarm } from '../../domain/lead/actions.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { untold } from '../../domain/lead/resubmission.ts';
import { excerpt, type LeadSummary } from '../../domain/lead/summary.ts';
import { ringsAgainAt, ringsAlone, ringsNext } from '../../domain/limits/common-alarm.ts';
import { limits as figures } from '../../domain/limits/figures.ts';
import type { Alarms, RingingLead } from '../../domain/ports/alarms.ts';
import type { LeadStore } from '../../domain/ports/lead-store.ts';
import type { Limits } from '../../domain/ports/limits.ts';
import type { Mailer } from '../../domain/ports/mailer.ts';
import type { SignedLinks } from '../../domain/ports/signed-links.ts';
import { addMinutes } from '../../domain/time/local-time.ts';
import { commonAlarmMail } from '../../views/mail/common-alarm.ts';
import { mailHeaders } from '../../views/mail/headers.ts';
import { severalEmergencies } from '../../views/words/alarm-text.ts';
import { actionLink, manyLink, viewLink } from './action-links.ts';
import { alikeText } from './alike-text.ts';
import { isKnownCustomer, type KnownCustomerDeps } from './known-customer.ts';
import type { Log } from './logger.ts';
import { mailFrame } from './mail-frame.ts';
import { type RingChannelsDeps, ringChannels } from './ring-channels.ts';

export interface RingForAllDeps extends KnownCustomerDeps, RingChannelsDeps {
  readonly leads: Pick<LeadStore, 'load' | 'eachOpen'>;
  readonly alarms: Alarms;
  readonly mailer: Mailer;
  readonly links: SignedLinks;
  readonly company: Company;
}

/** The index of the table shows a lead a moment after it was stored, and surely after so long. */
const indexedWithinMinutes = 5;

interface MayRingAloneDeps extends RingForAllDeps {
  readonly limits: Pick<Limits, 'claimAnswer'>;
}

/** Does this emergency ring by itself, or the one alarm for it and others? */
export async function mayRingAlone(lead: Lead, deps: MayRingAloneDeps): Promise<boolean> {
  const own = await begin(lead, deps);
  const saysOwn = await saysSomethingOfItsOwn(lead, deps);
  return (await isOneOfFew(own, deps)) || (saysOwn && (await mayBreakThrough(lead, own, deps)));
}

/** Where the limits cannot be asked, it rings: better once too often. */
async function claim(
  { limits, clock, log }: MayRingAloneDeps,
  what: string,
  leadId: string,
  may: { readonly answers: number; readonly withinHours: number },
): Promise<boolean> {
  try {
    return await limits.claimAnswer(what, leadId, clock.now(), may);
  } catch (error) {
    log.error('Limits not asked, the emergency rings', error, { leadId });
    return true;
  }
}

/** Something the owner was not told yet: words that nobody else used, or a correction into gas. */
async function saysSomethingOfItsOwn(lead: Lead, deps: MayRingAloneDeps): Promise<boolean> {
  const { alertedAt, corrections, id, request } = lead;
  if (alertedAt !== undefined && untold(lead) === 0) return false;
  const text = alikeText(excerpt(request.message));
  // Asked of each, so that the words of those that rang by themselves are known, too.
  const isFirst = text !== undefined && (await claim(deps, `alarm ${text}`, id, figures.alarms.sameText));
  return isFirst || (request.gas && corrections !== undefined);
}

function mayBreakThrough(
  { id, request }: Lead,
  { trusted }: RingingLead,
  deps: MayRingAloneDeps,
): Promise<boolean> {
  const who = `alarms of ${trusted ? 'known ones' : 'strangers'}${request.gas ? ' about gas' : ''}`;
  return claim(deps, who, id, figures.alarms.ownText);
}

async function isOneOfFew(own: RingingLead, deps: RingForAllDeps): Promise<boolean> {
  const { alarms, clock } = deps;
  const alarm = await alarms.common();
  // All were looked at closely when it rang, and in a flood nobody looks at each for each.
  const looked = alarm && addMinutes(alarm.rangAt, figures.alarms.newsWithinMinutes) >= clock.now();
  if (looked && !own.trusted) return false;
  const ringing = await alarms.list();
  if (ringsAlone(own.leadId, ringing)) return true;
  return !looked && ringsAlone(own.leadId, (await stillRinging(deps, ringing)).ringing);
}

async function begin(lead: Lead, deps: RingForAllDeps): Promise<RingingLead> {
  const trusted = lead.proof !== undefined || (await isKnownCustomer(lead, deps));
  const own = { leadId: lead.id, since: deps.clock.now(), trusted };
  await deps.alarms.add(own);
  return own;
}

/** Forgets those that somebody has taken on, closed or put aside. */
async function stillRinging(
  { leads, alarms, clock }: RingForAllDeps,
  known: readonly RingingLead[],
): Promise<{
  readonly ringing: readonly RingingLead[];
  readonly summaries: ReadonlyMap<string, LeadSummary>;
}> {
  const summaries = new Map<string, LeadSummary>();
  for await (const lead of leads.eachOpen()) if (isAlarm(lead)) summaries.set(lead.id, lead);
  const indexed = addMinutes(clock.now(), -indexedWithinMinutes);
  const rings = ({ leadId, since }: RingingLead) => summaries.has(leadId) || since > indexed;
  const over = known.filter((one) => !rings(one)).map(({ leadId }) => leadId);
  await alarms.remove(over);
  return { ringing: known.filter(rings), summaries };
}

/**
 * Ends the one alarm once so few are left that each rings by itself.
 * @returns those few: nothing has chased the owner for them by itself meanwhile.
 */
export async function endCommonAlarm(deps: RingForAllDeps): Promise<readonly RingingLead[]> {
  const { alarms } = deps;
  if (!(await alarms.common())) return [];
  const { ringing } = await stillRinging(deps, await alarms.list());
  if (ringing.length > figures.alarms.alone) return [];
  await alarms.endCommon();
  return ringing;
}

/** Rings once more for those that ring as one, if it is time to. */
export async function ringAgain(deps: RingForAllDeps): Promise<void> {
  if (await deps.alarms.common()) await ringForAll(deps);
}

/**
 * Rings once for all emergencies that nobody has taken on, if it is time to. Whoever wakes may call it: one of them rings.
 * @throws what the mailer throws: then it rings at the next call.
 */
export async function ringForAll(deps: RingForAllDeps): Promise<void> {
  const { alarms, clock, company, log } = deps;
  const now = clock.now();
  const alarm = await alarms.common();
  // Whatever came since: not before that.
  if (ringsAgainAt(company, alarm, now, now) > now) return;
  const { ringing, summaries } = await stillRinging(deps, await alarms.list());
  if (ringing.length <= figures.alarms.alone) return;
  const newestSince = ringing.reduce((newest, { since }) => (since > newest ? since : newest), '');
  if (ringsAgainAt(company, alarm, newestSince, now) > now) return;
  const next = ringsNext(alarm, newestSince, now);
  if (!(await alarms.claimCommon(alarm, next))) return;
  try {
    const callees = calledNow(company, next.rings > figures.alarms.onCall ? 'everybody' : 'on-call', now);
    const [newest] = ringing.filter(({ since }) => since === newestSince);
    await ringChannels(deps, callees, {
      text: severalEmergencies(ringing.length),
      leadId: newest?.leadId ?? '',
      emergency: 'several',
      step: `alarms/${now}`,
    });
    await callEach(callees, (callee) => deps.mailer.send(compose(deps, ringing, summaries, callee)), log);
  } catch (error) {
    await (alarm ? alarms.claimCommon(next, alarm) : alarms.endCommon());
    throw error;
  }
  log.info('One alarm for several emergencies', { emergencies: ringing.length, rings: next.rings });
}

/** @throws what the first one failed with, if all did: whoever was called can call the others. */
async function callEach(
  callees: readonly Callee[],
  call: (callee: Callee) => Promise<unknown>,
  log: Log,
): Promise<void> {
  const calls = await Promise.allSettled(callees.map(call));
  const failed = calls.filter((one) => one.status === 'rejected');
  if (failed.length === calls.length) throw failed[0]?.reason;
  if (failed.length > 0) log.warn('Somebody is not called by mail', { people: failed.length });
}

/** More of strangers are a flood, in which those who are proven or known would drown. */
const maxGasOfStrangers = 10;

const byTrust = (ringing: readonly RingingLead[]): readonly RingingLead[] =>
  ringing.toSorted(
    (one, other) => Number(other.trusted) - Number(one.trusted) || (one.since < other.since ? 1 : -1),
  );

/** Those that stand before all others. */
function gasFirst(
  ringing: readonly RingingLead[],
  summaries: ReadonlyMap<string, LeadSummary>,
): ReadonlySet<string> {
  const gas = byTrust(ringing).filter(({ leadId }) => summaries.get(leadId)?.gas);
  const strangers = gas.filter(({ trusted }) => !trusted).slice(0, maxGasOfStrangers);
  return new Set([...gas.filter(({ trusted }) => trusted), ...strangers].map(({ leadId }) => leadId));
}

function compose(
  { company, links, clock }: RingForAllDeps,
  ringing: readonly RingingLead[],
  summaries: ReadonlyMap<string, LeadSummary>,
  callee: Callee,
) {
  const now = clock.now();
  const gas = gasFirst(ringing, summaries);
  // Gas, then proven and known ones, then the newest: whoever wrote last has waited for nobody yet.
  const sorted = byTrust(ringing).toSorted(
    (one, other) => Number(gas.has(other.leadId)) - Number(gas.has(one.leadId)),
  );
  const lines = sorted.flatMap(({ leadId, trusted }) => {
    const lead = summaries.get(leadId);
    if (!lead) return [];
    const viewUrl = viewLink(links, leadId, now, callee.key);
    const takeUrl = () => actionLink(links, lead, 'confirm', now, callee.key).url;
    return [{ lead, trusted, gas: gas.has(leadId), viewUrl, takeUrl }];
  });
  return mailFrame(company, now, {
    to: [callee.email],
    content: commonAlarmMail({
      lines,
      count: ringing.length,
      company,
      now,
      listUrl: manyLink(links, 'spam-alarms', now),
    }),
    headers: {
      ...mailHeaders({ class: 'timer', about: 'alarms' }),
      'X-Nachfass-Mail': `alarms/${now}@${callee.key}`,
    },
  });
}
