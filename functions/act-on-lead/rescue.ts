/** What was kept aside as spam becomes a lead, if the owner says so. */
import { html } from 'hono/html';
import { brandOf } from '../../domain/business/company.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { LeadStore } from '../../domain/ports/lead-store.ts';
import type { Workflow } from '../../domain/ports/workflow.ts';
import { messageOf, whoIs } from '../../views/lead-text.ts';
import { outcomePage } from '../../views/page/lead-page.ts';
import { gonePage } from '../../views/page/notice-pages.ts';
import { page } from '../../views/page/page.ts';
import type { PageContext } from '../../views/page/page-parts.ts';
import { visible } from '../../views/visitor-text.ts';
import { type HttpResponse, htmlResponse } from '../shared/http-handler.ts';
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
  if (known) {
    const notice = { title: 'Schon erledigt', detail: 'Das ist bereits eine Anfrage.', done: true };
    return htmlResponse(200, await outcomePage(known, notice, context));
  }
  const kept = await deps.leads.loadSpam(leadId);
  if (!kept) return htmlResponse(410, await gonePage(context.company));
  if (method !== 'POST') return htmlResponse(200, await askPage(kept, context));
  const lead: Lead = { ...kept, spam: false, dueAt: deps.clock.now() };
  const once = `rescue-${leadId}`;
  await addLead(deps, lead, { submissionId: once, contentHash: once });
  const stored = (await deps.leads.load(leadId)) ?? lead;
  await beginFirstTimer(deps, stored);
  deps.log.info('Lead rescued', { leadId });
  const notice = { title: 'Ist jetzt eine Anfrage', done: true };
  return htmlResponse(200, await outcomePage(stored, notice, context));
}

function askPage(kept: Lead, { company }: PageContext): Promise<string> {
  const message = messageOf(kept, 1_000);
  return page({
    language: 'de',
    title: 'Ist das eine Anfrage?',
    brand: brandOf(company),
    body: html`<h1>Ist das eine Anfrage?</h1>
<p>Diese Nachricht sah nach Spam aus und wurde beiseitegelegt.</p>
<div class="sheet"><p><strong>${whoIs(kept.contact)}</strong>${kept.contact.email ? html`<br>${visible(kept.contact.email, 254) ?? ''}` : ''}</p>
${message ? html`<p class="words" style="white-space:pre-line">${message}</p>` : ''}</div>
<form method="post"><button>Ist eine Anfrage</button></form>
<p class="quiet">Wenn nicht: Es ist nichts zu tun, sie wird nach 30 Tagen gelöscht.</p>`,
  });
}
