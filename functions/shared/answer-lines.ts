import type { Company } from '../../domain/business/company.ts';
import { commandsFor } from '../../domain/inbound/said.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { DigestAnswer } from '../../domain/ports/digest-answers.ts';
import type { LeadStore } from '../../domain/ports/lead-store.ts';
import type { AnswerText } from '../../views/answer-text.ts';
import { whoseRequest } from '../../views/lead-text.ts';
import { getsMail } from '../../views/words/mails-that-follow.ts';
import { type WarnOfVisitDeps, warnOfVisit } from './warn-of-visit.ts';

interface AnswerLinesDeps {
  readonly company: Company;
  readonly clock: Clock;
  readonly leads: Pick<LeadStore, 'load'> & WarnOfVisitDeps['leads'];
}

/** An answer to a digest with the names of those it speaks of, and what speaks against the visits in it. */
export async function answerLines(answer: DigestAnswer, deps: AnswerLinesDeps): Promise<AnswerText> {
  const { understood, unclear, results } = answer;
  const ids = [...new Set(understood.map(({ leadId }) => leadId))];
  const loaded = await Promise.all(ids.map((id) => deps.leads.load(id)));
  const leads = new Map(
    loaded.filter((lead): lead is Lead => lead !== undefined).map((lead) => [lead.id, lead]),
  );
  const lines: AnswerText['understood'][number][] = [];
  for (const [index, { number, leadId, said, line }] of understood.entries()) {
    const lead = leads.get(leadId);
    const result = results[index];
    const told = lead && !result?.refused && !result?.already ? await aboutVisit(said, lead, deps) : {};
    lines.push({ number, name: lead ? whoseRequest(lead) : '', said, line, result, ...told });
  }
  return { understood: lines, unclear };
}

type Said = DigestAnswer['understood'][number]['said'];

/** What a form says of the same visit before it is sent. */
async function aboutVisit(said: Said, lead: Lead, { company, clock, leads }: AnswerLinesDeps) {
  if (said.what === 'cancel-visit') return { unmailed: !getsMail(lead) };
  const visit = commandsFor(said, lead).find((command) => command.type === 'plan-visit');
  if (!visit) return {};
  const isOwn = ({ id }: { readonly id: string }) => id === lead.id;
  const warned = await warnOfVisit(visit, null, isOwn, { leads }, { company, now: clock.now() });
  const isMoved = lead.visit !== undefined && lead.visit.sequence > 0;
  return { warnings: warned?.warnings, unmailed: isMoved && !getsMail(lead) };
}
