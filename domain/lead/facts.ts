/** What must be known about a lead, and what it knows. */
import type { Lead } from './lead.ts';
import { type Fact, pipeline, type Stage } from './pipeline.ts';

/** Does the lead know this fact? Facts that belong to a move (reason, date) are asked for each time. */
export function knows(lead: Lead, fact: Fact): boolean {
  const { contact, request } = lead;
  switch (fact) {
    case 'contact-way':
      return Boolean(contact.email ?? contact.phone);
    case 'name':
      return Boolean(contact.name);
    case 'kind':
      return Boolean(request.kind);
    case 'source':
      return Boolean(lead.source);
    case 'qualified':
      return lead.qualified || Boolean(request.installation && request.timeframe && request.budget);
    case 'value':
      return lead.valueCents !== undefined;
    case 'visit':
      return lead.visit !== undefined;
    case 'quoted-value':
      return lead.quotedCents !== undefined;
    case 'final-value':
      return lead.finalCents !== undefined || lead.quotedCents !== undefined;
    case 'reason':
    case 'look-again-on':
      return false;
  }
}

/** The facts the owner must give to move this lead there. */
export function missingFacts(lead: Lead, to: Stage): readonly Fact[] {
  return pipeline[to].requires.filter((fact) => !knows(lead, fact));
}
