/** What is shown after something was done to a lead, or was not. */
import { html } from 'hono/html';
import { actionsFor } from '../../domain/lead/actions.ts';
import { isErased } from '../../domain/lead/erase.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { leadPageWords as words } from '../words/lead-page.ts';
import { type Outcome, outcomeInWords } from '../words/outcomes.ts';
import { factList, factsOf } from './fact-list.ts';
import {
  acknowledgementNotice,
  outcomeHeading,
  ownerPage,
  type PageContext,
  standing,
  steps,
  wayToLead,
  whoIsIt,
} from './lead-parts.ts';

/** What happened, where the lead stands now, and what makes sense next. */
export function outcomePage(lead: Lead, outcome: Outcome, context: PageContext): Promise<string> {
  const { company } = context;
  const { title, detail, done } = outcomeInWords(outcome, lead, context);
  return ownerPage(
    title,
    context,
    html`${outcomeHeading(title, done)}
${detail ? html`<p>${detail}</p>` : ''}
<div class="sheet">${whoIsIt(lead)}
${standing(lead, context)}
${factList(factsOf(lead, company))}</div>
${acknowledgementNotice(lead, context)}
${isErased(lead) ? '' : html`<h2>${words.nextSteps}</h2>${steps(lead, actionsFor(lead, context.now), context)}`}
${wayToLead(lead, context)}`,
  );
}
