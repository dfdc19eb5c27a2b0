/** Leads of people whom nobody knows and nothing proves, each with an id and an address of its own. */
import type { Lead } from '../../domain/lead/lead.ts';
import { aLead } from './a-lead.ts';

export const strangerId = (index: number): string => `TEST${String(index).padStart(6, '0')}`;

/** @param of what it is like otherwise. */
export function aStranger(index: number, more: Partial<Lead> = {}, of: Lead = aLead()): Lead {
  const { proof: _, ...lead } = of;
  const id = strangerId(index);
  return {
    ...lead,
    id,
    contact: { ...lead.contact, email: `person-${index}@kunde.test` },
    timeline: lead.timeline.map((event) => {
      if (event.type !== 'captured') return event;
      const { proof: __, ...captured } = event;
      return { ...captured, id };
    }),
    ...more,
  };
}
