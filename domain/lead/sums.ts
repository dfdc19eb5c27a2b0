import type { Lead } from './lead.ts';
import type { Sum } from './pipeline.ts';

/** Beside the value, which is the best figure known, the lead keeps what was quoted and what was agreed. */
export function keptAs(basis: Sum, cents: number): Partial<Lead> {
  const kept: Readonly<Record<Sum, Partial<Lead>>> = {
    estimated: {},
    quoted: { quotedCents: cents },
    final: { finalCents: cents },
  };
  return kept[basis];
}
