/** The bill as a person reads it: a table that is Markdown and plain text at once, and what it rests on. */
import { amountsOf, assumed, unmeasured } from './amounts.ts';
import { type Amounts, billOf } from './bill.ts';
import { meters, type Price, prices, pricesOf, services } from './prices.ts';
import { hoursPerMonth, type Resources } from './resources.ts';
import type { Measured } from './units.ts';

const dollars = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const small = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 2 });
const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const decimal = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

const money = (usd: number) => (usd > 0 && usd < 0.005 ? '< 0.01' : dollars.format(usd));

/** A business that begins, a small one, a busy one, and a figure to see how the price grows. */
export const usualVolumes: readonly number[] = [20, 200, 2000, 200_000];

/** What the README shows. */
export const readmeCost = (measured: Measured, resources: Resources): string =>
  `${costTable(usualVolumes, measured, resources)}\n\n${fixedCost(measured, resources)}`;

/** @param volumes leads a month, one column each. */
export function costTable(volumes: readonly number[], measured: Measured, resources: Resources): string {
  const amounts = volumes.map((leads) => amountsOf(leads, measured, resources));
  const bills = amounts.map((one) => billOf(one, { allowances: false }));
  const afterAllowances = amounts.map((one) => billOf(one, { allowances: true }));
  const perLead = (usd: number, index: number) => {
    const leads = volumes[index] ?? 0;
    return leads === 0 ? '–' : usd / leads < 1 ? small.format(usd / leads) : dollars.format(usd / leads);
  };
  return tableOf([
    ['USD a month, leads a month:', ...volumes.map((leads) => whole.format(leads))],
    ...services.map((service) => [
      service,
      ...bills.map(({ lines }) => money(lines.find((line) => line.service === service)?.usd ?? 0)),
    ]),
    ['**Total**', ...bills.map(({ usd }) => `**${money(usd)}**`)],
    ['for each lead', ...bills.map(({ usd }, index) => perLead(usd, index))],
    ['**Less what is always free**', ...afterAllowances.map(({ usd }) => `**${money(usd)}**`)],
    ['for each lead', ...afterAllowances.map(({ usd }, index) => perLead(usd, index))],
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
function fixedParts(nothing: Amounts): string {
  const only = (meter: (typeof meters)[number]) => {
    const amounts = Object.fromEntries(
      meters.map((key) => [key, key === meter ? nothing[key] : 0]),
    ) as Amounts;
    return { meter, usd: billOf(amounts, { allowances: false }).usd };
  };
  return meters
    .map(only)
    .filter(({ usd }) => usd >= 0.05)
    .toSorted((one, other) => other.usd - one.usd)
    .map(
      ({ meter, usd }) =>
        `${prices[meter].service} ${dollars.format(usd)} (${prices[meter].unit}: ${amountOf(nothing[meter])})`,
    )
    .join(', ');
}

const amountOf = (amount: number) =>
  amount >= 1e6 ? `${decimal.format(amount / 1e6)} million` : whole.format(amount);

/** What is paid while nothing happens: at few leads it is nearly all. */
function fixedCost(measured: Measured, resources: Resources): string {
  const nothing = amountsOf(0, measured, resources);
  const [full, after] = [false, true].map((allowances) => money(billOf(nothing, { allowances }).usd));
  return `With no lead at all it costs ${full} a month, ${after} after what is always free: ${fixedParts(nothing)}.`;
}

/** What the figures rest on, in plain sentences. */
export function assumptions(measured: Measured, resources: Resources): string[] {
  const { perLead, openDaysPerLead } = measured;
  const seen = (where: Price['seen']) =>
    meters
      .filter((meter) => prices[meter].seen === where)
      .map((meter) => `${prices[meter].service} (${prices[meter].unit})`)
      .join(', ');
  const missing = unmeasured(resources, measured);
  const calls = Object.values(perLead.functions).reduce((sum, one) => sum + one.calls, 0);
  return [
    `List prices of Frankfurt (eu-central-1) as of ${pricesOf}, in US dollars without tax (\`ops/cost/prices.ts\`). Found for us-east-1 only: ${seen('elsewhere')}. Confirmed nowhere: ${seen('memory')}.`,
    'One deployment in the twelfth month, when leads and mails of a year are stored. "Always free" is what AWS gives every account for good; an account with several deployments has it once. Credits for new accounts are not counted.',
    fixedCost(measured, resources),
    `One average lead uses, from its capture to its end: ${decimal.format(perLead.tableWrites + perLead.indexWrites)} write and ${decimal.format(perLead.tableReads)} read units of the table, ${decimal.format(perLead.transitions)} state transitions, ${decimal.format(calls)} calls of functions, ${decimal.format(perLead.mailsSent)} mails out and ${decimal.format(perLead.mailsReceived)} in. It is open for ${decimal.format(openDaysPerLead)} days. The mix of outcomes, doors and spam behind it is \`bench/mix.ts\`.`,
    `Measured on ${measured.measuredOn} by running the real functions (\`npm run bench -- units\`; ${measured.machine}): units, transitions, mails, bytes, calls, processor time, the time to load the code. Counted in the template: metrics that alarms look at (${resources.alarmMetrics}), metrics of our own (${new Set([...resources.customMetrics, ...measured.customMetrics]).size}), dashboards (${resources.dashboards}), secrets (${resources.secrets}), polled queues (${resources.polledQueues}), nightly copies of the table (${whole.format(resources.tableCopies)}, each a whole one), the schedules, memory sizes and retention.`,
    `Assumed: Lambda's core is ${assumed.slowerCore} times slower than the one measured on, a call of the table takes ${assumed.waitMillis.table} ms, of SES ${assumed.waitMillis.mail} ms, of others ${assumed.waitMillis.other} ms, a cold start ${assumed.coldStartMillis} ms besides loading; each function starts cold once in ${assumed.coldStartEachMinutes} minutes at most. Somebody outside asks \`/health\` each ${assumed.healthCheckEachMinutes} minutes. Lambda polls each queue ${assumed.pollers} times in ${assumed.pollSeconds} seconds, ${decimal.format((assumed.pollers * hoursPerMonth * 3600) / assumed.pollSeconds / 1e6)} million requests a month; it may go down to two fifths of that.`,
    'The last column shows how the price grows, not that one deployment serves it: no business writes to so many customers, and SES, Lambda and Step Functions would need higher quotas.',
    ...(missing.length > 0
      ? [`Not measured yet and taken for a guess: one run of ${missing.join(', ')} (\`bench/units.ts\`).`]
      : []),
  ];
}
