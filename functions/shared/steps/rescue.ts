/** What was kept aside becomes a lead, if the owner says so. */
import type { Company } from '../../../domain/business/company.ts';
import { decide } from '../../../domain/lead/decide.ts';
import { evolveAll } from '../../../domain/lead/evolve.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { firstMail } from '../../../domain/lead/mail-files.ts';
import type { Clock } from '../../../domain/ports/clock.ts';
import type { IntakeLog } from '../../../domain/ports/intake-log.ts';
import type { LeadStore } from '../../../domain/ports/lead-store.ts';
import type { Workflow } from '../../../domain/ports/workflow.ts';
import { notedMails } from '../../../domain/report/noted-mails.ts';
import type { PageContext } from '../../../views/page/lead-parts.ts';
import { gonePage } from '../../../views/page/notice-pages.ts';
import { outcomePage } from '../../../views/page/outcome-page.ts';
import { rescuePage } from '../../../views/page/rescue-page.ts';
import { htmlResponse } from '../http-handler.ts';
import type { HttpRequest, HttpResponse } from '../http-message.ts';
import { formDeliveryId } from '../keep-form-aside.ts';
import type { Log } from '../logger.ts';
import type { Metrics } from '../metrics.ts';
import { addLead, beginFirstTimer } from '../new-lead.ts';
import { type FindMailDeps, showMail } from './find-mail.ts';

export interface RescueDeps extends FindMailDeps {
  readonly leads: FindMailDeps['leads'] & Pick<LeadStore, 'load' | 'add' | 'loadSpam'>;
  readonly intake: Pick<IntakeLog, 'find' | 'settle'>;
  readonly workflow: Workflow;
  readonly clock: Clock;
  readonly company: Company;
  readonly metrics: Metrics;
  readonly log: Log;
}

/** Shows what was kept aside, or a file of it (GET), or makes a lead of it (POST). Twice is once. */
export async function rescue(
  { method, query }: HttpRequest,
  leadId: string,
  deps: RescueDeps,
  context: PageContext,
): Promise<HttpResponse> {
  const known = await deps.leads.load(leadId);
  if (known) return htmlResponse(200, await outcomePage(known, { what: 'rescued-before' }, context));
  const kept = await deps.leads.loadSpam(leadId);
  if (!kept) return htmlResponse(410, await gonePage(context));
  if (method === 'POST') return makeLead(kept, deps, context);
  if (query.has('mail')) return showMail(kept, query, deps);
  return htmlResponse(200, await rescuePage({ kept, mail: await noteOf(kept, deps) }, context));
}

/** Under which what was kept stands among what came in: its mail, else the form that it is. */
const deliveryOf = ({ id, timeline }: Lead): string => firstMail(timeline)?.id ?? formDeliveryId(id);

/** Why it was kept aside; forms of earlier releases do not say. */
async function noteOf(kept: Lead, { intake }: RescueDeps) {
  const record = await intake.find(deliveryOf(kept));
  return record && notedMails([record])[0];
}

async function makeLead(kept: Lead, deps: RescueDeps, context: PageContext): Promise<HttpResponse> {
  const decision = decide(
    kept,
    { type: 'rescue' },
    { now: deps.clock.now(), by: 'owner', company: deps.company },
  );
  // Nothing but spam is kept here.
  if ('refused' in decision) throw new Error(`A rescue was refused: ${decision.refused.code}`);
  const lead = evolveAll(kept, decision.events);
  const once = `rescue-${lead.id}`;
  await addLead(deps, lead, { once });
  const stored = (await deps.leads.load(lead.id)) ?? lead;
  await beginFirstTimer(deps, stored);
  // It is a lead by now: that it stands in a list is no reason to say otherwise.
  await deps.intake
    .settle(deliveryOf(kept), 'rescued')
    .catch((error: unknown) => deps.log.error('Rescue not noted', error, { leadId: lead.id }));
  deps.log.info('Lead rescued', { leadId: lead.id });
  return htmlResponse(200, await outcomePage(stored, { what: 'rescued' }, context));
}
