/** What the digest says, counted once more. */
import { tableLeadStore } from '../../../adapters/table/lead-store.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { listOf } from '../../../domain/lead/list.ts';
import { minuteMs } from '../engine/plan.ts';
import { parseOnce } from '../platform/parse-once.ts';
import { type Invariant, leadsIn } from './invariant.ts';

/** The index shows everything after so long; a digest is made within seconds. */
const unchangedMs = 6 * minuteMs;

/** Open, and its day has come: what the digest counts. */
const isOpen = (lead: Lead): boolean => listOf(lead) === 'open';
const notSold: readonly string[] = ['service', 'unqualified'];

export const digestAddsUp: Invariant = {
  name: 'digestAddsUp',
  says: 'The figures of a digest are those of a plain count.',
  when: 'mail',
  *check(sent, { cloud, nowMs }) {
    if (!sent.mail.headers['X-Nachfass-Mail']?.startsWith('digest/')) return;
    // Whoever is called out reads of what is his alone.
    const isStaffs = cloud.company.people.some(
      ({ email, role }) => role === 'staff' && sent.mail.to.includes(email),
    );
    if (isStaffs) return;
    const leads = leadsIn(cloud);
    // Who changed something while it was made is in it or is not.
    if (leads.some(({ timeline }) => Date.parse(timeline.at(-1)?.at ?? '') > nowMs - unchangedMs)) return;
    const open = leads.filter(isOpen);
    const sales = open.filter(({ stage }) => !notSold.includes(stage));
    const cents = sales.reduce((sum, { valueCents = 0 }) => sum + valueCents, 0);
    const counted = `${open.length} offene ${open.length === 1 ? 'Anfrage' : 'Anfragen'} · Auftragswert ${euros(cents)} ·`;
    if (!sent.mail.text.replace(/\s+/g, ' ').includes(counted)) {
      const said = /\d+ offene [^\n]*/.exec(sent.mail.text)?.[0];
      yield `the digest says "${said}", and a count says "${counted}"`;
    }
  },
};

/** 12.345 €, 12.345,50 € */
function euros(cents: number): string {
  const whole = String(Math.floor(cents / 100)).replace(/\B(?=(\d{3})+$)/g, '.');
  return cents % 100 === 0 ? `${whole} €` : `${whole},${String(cents % 100).padStart(2, '0')} €`;
}

export const listsAreWhole: Invariant = {
  name: 'listsAreWhole',
  says: 'The list of open leads holds each of them once.',
  when: 'calm',
  async *check({ cloud }) {
    const listed = (await tableLeadStore(cloud.table, { parse: parseOnce }).listOpen())
      .map(({ id }) => id)
      .toSorted();
    const open = leadsIn(cloud).filter(isOpen);
    const ids = open.map(({ id }) => id).toSorted();
    if (JSON.stringify(listed) !== JSON.stringify(ids))
      yield `the list has ${listed.length} leads, and ${ids.length} are open`;
  },
};
