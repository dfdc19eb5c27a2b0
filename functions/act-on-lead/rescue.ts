/** What was kept aside as spam becomes a lead, if the owner says so. */
import type { Lead } from '../../domain/lead/lead.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { LeadStore } from '../../domain/ports/lead-store.ts';
import type { Workflow } from '../../domain/ports/workflow.ts';
import type { PageContext } from '../../views/page/lead-parts.ts';
import { gonePage } from '../../views/page/notice-pages.ts';
import { outcomePage } from '../../views/page/outcome-page.ts';
import { rescuePage } from '../../views/page/rescue-page.ts';
import { htmlResponse } from '../shared/http-handler.ts';
import type { HttpResponse } from '../shared/http-message.ts';
import type { Log } from '../shared/logger.ts';
import type { Metrics } from '../shared/metrics.ts';
import { addLead, beginFirstTimer } from '../shared/new-lead.ts';

export interface RescueDeps {
  readonly leads: Pick<LeadStore, 'load' | 'add' | 'loadSpam'>;
  readonly workflow: Workflow;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly log: Log;
}

/** Shows what was kept aside (GET), or makes a lead of it (POST). Twice is once. */
export async function rescue(
  method: string,
  leadId: string,
  deps: RescueDeps,
  context: PageContext,
): Promise<HttpResponse> {
  const known = await deps.leads.load(leadId);
  if (known) return htmlResponse(200, await outcomePage(known, { what: 'rescued-before' }, context));
  const kept = await deps.leads.loadSpam(leadId);
  if (!kept) return htmlResponse(410, await gonePage(context.company));
  if (method !== 'POST') return htmlResponse(200, await rescuePage(kept, context.company));
  const lead: Lead = { ...kept, spam: false, dueAt: deps.clock.now() };
  const once = `rescue-${leadId}`;
  await addLead(deps, lead, { submissionId: once, contentHash: once });
  const stored = (await deps.leads.load(leadId)) ?? lead;
  await beginFirstTimer(deps, stored);
  deps.log.info('Lead rescued', { leadId });
  return htmlResponse(200, await outcomePage(stored, { what: 'rescued' }, context));
}
