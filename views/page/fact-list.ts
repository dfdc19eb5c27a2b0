/** Facts of a lead as a list of names and values. */
import { html } from 'hono/html';
import type { Company } from '../../domain/business/company.ts';
import { isErased } from '../../domain/lead/erase.ts';
import { type Lead, weightedCents } from '../../domain/lead/lead.ts';
import { saleStages } from '../../domain/lead/stages.ts';
import { formatDate, formatDayAndTime, formatMoney } from '../words/format.ts';
import { closedBy, factNames } from '../words/lead-page.ts';
import type { Html } from './page.ts';

/** A row without a value is left out. */
export type FactRow = readonly [name: string, value: Html | string | undefined];

export function factList(rows: readonly FactRow[]): Html | '' {
  const known = rows.filter(([, value]) => value !== undefined);
  if (known.length === 0) return '';
  return html`<dl>${known.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}

/** Figures, and dates that are still to come. */
export function factsOf(lead: Lead, company: Company): FactRow[] {
  const money = (cents: number) => formatMoney(cents, company.currency, 'de');
  const { valueCents, visit, reason, lookAgainOn } = lead;
  const chance = saleStages.includes(lead.stage) ? lead.probability : null;
  return [
    [factNames.probability, chance === null ? undefined : `${chance} %`],
    [factNames.value, valueCents === undefined ? undefined : money(valueCents)],
    [
      factNames.weighted,
      valueCents === undefined || chance === null ? undefined : money(weightedCents(lead)),
    ],
    [factNames.visit, visit && formatDayAndTime(visit.startsAt, company.timeZone, 'de')],
    [factNames.reason, reason ?? reasonOfItself(lead)],
    [factNames.lookAgainOn, lookAgainOn === undefined ? undefined : formatDate(lookAgainOn, 'de')],
  ];
}

/** What closed a lead that nobody moved. */
function reasonOfItself(lead: Lead): string | undefined {
  if (isErased(lead)) return closedBy.erasing;
  if (lead.mergedInto !== undefined) return closedBy.merging;
  return lead.spam ? closedBy.spam : undefined;
}
