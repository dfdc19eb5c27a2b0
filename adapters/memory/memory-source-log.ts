import type { SourceLog } from '../../domain/ports/source-log.ts';
import type { Moment } from '../../domain/time/moment.ts';

const keptLeads = 20;

/** When each source brought leads, in memory. */
export function memorySourceLog(): SourceLog {
  const sources = new Map<string, { leadId: string; at: Moment }[]>();

  return {
    async note(source, leadId, at) {
      const known = sources.get(source) ?? [];
      if (known.some((lead) => lead.leadId === leadId)) return;
      const latest = [...known, { leadId, at }].toSorted((one, other) => (one.at < other.at ? -1 : 1));
      sources.set(source, latest.slice(-keptLeads));
    },
    async list() {
      return [...sources]
        .map(([source, leads]) => ({ source, broughtAt: leads.map(({ at }) => at) }))
        .toSorted((one, other) => (one.source < other.source ? -1 : 1));
    },
  };
}
