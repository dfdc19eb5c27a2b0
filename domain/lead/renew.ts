import type { Moment } from '../time/moment.ts';
import type { Lead } from './lead.ts';

/** A lead without what is about to be set anew; `undefined` must not be stored. */
export function without<K extends keyof Lead>(lead: Lead, ...keys: K[]): Omit<Lead, K> {
  const rest: Partial<Lead> = { ...lead };
  for (const key of keys) delete rest[key];
  return rest as Omit<Lead, K>;
}

/** The running timer is no longer right: the workflow starts anew and looks at once. */
export function renew(lead: Lead, at: Moment): Lead {
  return { ...lead, generation: lead.generation + 1, dueAt: at };
}
