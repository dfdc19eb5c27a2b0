/** The bill as a person reads it: a table that is Markdown and plain text at once, and what it rests on. */
import { amountsFor, assumed } from './amounts.ts';
import { type Amounts, billFor, costOf, serviceNames } from './bill.ts';
import { meters, type Price, prices, pricesOf } from './prices.ts';
import { hoursPerMonth, type Resources } from './resources.ts';
import type { PerLead } from './units.ts';

const dollars = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const small = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 2 });
const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const decimal = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

const money = (usd: number) => (usd > 0 && usd < 0.005 ? '< 0.01' : dollars.format(usd));

/** A business that begins, a small one, a busy one, and a figure to see how the price grows. */
export const usualVolumes: readonly number[] = [20, 200, 2000, 200_000];

/** What the README shows. */
export const readmeCost = (perLead: PerLead, resources: Resources): string =>
  `${costTable(usualVolumes, perLead, resources)}\n\n${fixedCost(perLead, resources)}`;

/** @param volumes leads a month, one column each. */
export function costTable(volumes: readonly number[], perLead: PerLead, resources: Resources): string {
  const amounts = volumes.map((leads) => amountsFor(leads, perLead, resources));
  const totals = (allowances: boolean) => {
    const bills = amounts.map((one) => billFor(one, allowances));
    const forEach = (usd: number, leads = 0) =>
      leads === 0 ? '–' : usd / leads < 1 ? small.format(usd / leads) : dollars.format(usd / leads);
    return [
      [allowances ? '**Less what is always free**' : '**Total**', ...bills.map((usd) => `**${money(usd)}**`)],
      ['for each lead', ...bills.map((usd, index) => forEach(usd, volumes[index]))],
    ];
  };
  return tableOf([
    ['USD a month, leads a month:', ...volumes.map((leads) => whole.format(leads))],
    ...serviceNames.map((service) => [service, ...amounts.map((one) => money(billFor(one, false, service)))]),
    ...totals(false),
    ...totals(true),
  ]);
}

function tableOf([head = [], ...rows]: readonly string[][]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const ruler = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(head), ruler, ...rows.map(line)].join('\n');
}

/** What is paid although no lead comes, the largest parts first. */
const fixedParts = (nothing: Amounts): string =>
  meters
    .map((meter) => ({ meter, usd: costOf(nothing, meter) }))
    .filter(({ usd }) => usd >= 0.05)
    .toSorted((one, other) => other.usd - one.usd)
    .map(({ meter, usd }) => {
      const { service, unit } = prices[meter];
      return `${service} ${dollars.format(usd)} (${unit}: ${amountOf(nothing[meter])})`;
    })
    .join(', ');

const amountOf = (amount: number) =>
  amount >= 1e6 ? `${decimal.format(amount / 1e6)} million` : whole.format(amount);

/** What is paid while nothing happens: at few leads it is nearly all. */
function fixedCost(perLead: PerLead, resources: Resources): string {
  const nothing = amountsFor(0, perLead, resources);
  const [full, after] = [false, true].map((allowances) => money(billFor(nothing, allowances)));
  return `With no lead at all it costs ${full} a month, ${after} after what is always free: ${fixedParts(nothing)}.`;
}

/** What the figures rest on, in plain sentences. */
export function assumptions(perLead: PerLead, resources: Resources): string[] {
  const seen = (where: Price['seen']) =>
    meters
      .filter((meter) => prices[meter].seen === where)
      .map((meter) => `${prices[meter].service} (${prices[meter].unit})`)
      .join(', ');
  const calls = Object.values(perLead.calls).reduce((sum, count) => sum + count, 0);
  return [
    `List prices of Frankfurt (eu-central-1) as of ${pricesOf}, in US dollars without tax (\`ops/cost/prices.ts\`). Found for us-east-1 only: ${seen('elsewhere')}. Confirmed nowhere: ${seen('memory')}.`,
    'One deployment in the twelfth month, when leads and mails of a year are stored. "Always free" is what AWS gives every account for good; an account with several deployments has it once. Credits for new accounts are not counted.',
    fixedCost(perLead, resources),
    `One average lead uses, from its capture to its end: ${decimal.format(perLead.tableWrites)} write and ${decimal.format(perLead.tableReads)} read units of the table, ${decimal.format(perLead.transitions)} state transitions, ${decimal.format(calls)} calls of functions, ${decimal.format(perLead.mailsSent)} mails out and ${decimal.format(perLead.mailsReceived)} in. A test measures that on the real functions (\`ops/cost/units.ts\`); the mix of outcomes, doors and spam behind it is \`test/ops/cost/average-lead.ts\`.`,
    `Counted in the template: metrics that alarms look at (${resources.alarmMetrics}), dashboards (${resources.dashboards}), secrets (${resources.secrets}), polled queues (${resources.polledQueues}), nightly copies of the table (${whole.format(resources.tableCopies)}, each a whole one), the schedules, memory sizes and retention. Metrics of our own (${resources.customMetrics}): \`domain/report/metrics.ts\`.`,
    `Assumed: a call of a function takes ${assumed.callMillis} ms, a cold start ${assumed.coldStartMillis} ms more; each function starts cold once in ${assumed.coldStartEachMinutes} minutes at most. A call logs ${assumed.logBytesPerCall} bytes. A run by the clock reads ${assumed.readsPerRun} units of the table. Somebody outside asks \`/health\` each ${assumed.healthCheckEachMinutes} minutes. Lambda polls each queue ${assumed.pollers} times in ${assumed.pollSeconds} seconds, ${decimal.format((assumed.pollers * hoursPerMonth * 3600) / assumed.pollSeconds / 1e6)} million requests a month; it may go down to two fifths of that.`,
    '200,000 leads show how the price grows, not that one deployment serves them: no business writes to so many customers, and SES, Lambda and Step Functions would need higher quotas.',
  ];
}
