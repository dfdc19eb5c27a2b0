/** What AWS would count: for one average lead, for what runs anyway, and for each open lead in a digest. */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { sumOf, type Units, unitsFile } from '../ops/cost/units.ts';
import { type Cloud, meteredCloud } from './cloud.ts';
import { withMeteredTable } from './database.ts';
import { monday, sendForm, sendSpam, travel } from './journeys.ts';
import { measureLoading } from './loading.ts';
import { type Door, doors, type Outcome, outcomes, spam } from './mix.ts';
import { report, rounded } from './report.ts';

const customMetrics = new Set<string>();

/** @param keep writes the units down for the bill, whose figures change with them. */
export async function measureUnits({ keep }: { readonly keep: boolean }): Promise<void> {
  const leads: { times: number; units: Units }[] = [];
  let openDays = 0;
  for (const [outcome, share] of Object.entries(outcomes) as [Outcome, number][]) {
    for (const [door, doorShare] of Object.entries(doors) as [Door, number][]) {
      const units = await metered(monday, async (cloud) => {
        openDays += share * doorShare * (await travel(cloud, outcome, door));
      });
      leads.push({ times: share * doorShare, units });
    }
  }
  for (const [door, times] of Object.entries(spam) as [Door, number][]) {
    leads.push({ times, units: await metered(monday, (cloud) => sendSpam(cloud, door)) });
  }
  const perLead = sumOf(leads);

  const [fewOpen, manyOpen] = [10, 60];
  const digestOf = (count: number) =>
    metered(
      monday,
      async (cloud) => {
        await cloud.runDigest();
        await cloud.workUntil(cloud.now());
      },
      async (cloud) => {
        await cloud.workUntil(monday);
        for (let number = 0; number < count; number++) {
          await sendForm(cloud, `Wir möchten unser Bad erneuern, Haus Nummer ${number}.`, { number });
        }
        await cloud.workUntil(cloud.now());
      },
    );
  const short = await digestOf(fewOpen);
  const long = await digestOf(manyOpen);
  const perOpenLeadInDigest = sumOf([
    { times: 1 / (manyOpen - fewOpen), units: long },
    { times: -1 / (manyOpen - fewOpen), units: short },
  ]);
  const perRun = {
    // As if nothing were open, but with its mail.
    'send-digest': sumOf([
      { times: 1, units: short },
      { times: -fewOpen, units: perOpenLeadInDigest },
    ]),
    'reconcile-leads': await average((cloud) => cloud.runReconciler()),
    'check-health': await average((cloud) => cloud.call({ method: 'GET', route: '/health' })),
  };

  const measured = {
    measuredOn: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} cores, ${cpus()[0]?.model.trim()}, Node ${process.versions.node}`,
    perLead,
    openDaysPerLead: openDays,
    perRun,
    perOpenLeadInDigest,
    customMetrics: [...customMetrics].toSorted(),
    loadMillis: measureLoading(),
  };
  if (keep) writeFileSync(unitsFile, `${JSON.stringify(measured, readable, 2)}\n`);

  const { functions, ...amounts } = perLead;
  report('One average lead, from its capture to its end', [
    ...Object.entries(amounts).map(([unit, amount]) => ({ unit, amount: rounded(amount, 2) })),
    { unit: 'days open', amount: rounded(openDays, 1) },
  ]);
  report(
    'Functions, for one average lead',
    Object.entries(functions).map(([name, { calls, cpuMillis, logBytes }]) => ({
      function: name,
      calls: rounded(calls, 2),
      'CPU ms a call': rounded(cpuMillis / calls, 1),
      'log bytes a call': rounded(logBytes / calls),
      'load ms': measured.loadMillis[name] ?? 0,
    })),
  );
}

/** Four digits say enough; a difference of two measures may fall below nothing. */
const readable = (_: string, value: unknown) =>
  typeof value === 'number' ? Math.max(0, Number(value.toPrecision(4))) : value;

/** Of many runs: the kernel counts processor time in ticks of some milliseconds, which is right on average only. */
async function average(run: (cloud: Cloud) => Promise<unknown>): Promise<Units> {
  const times = 50;
  const units = await metered(monday, async (cloud) => {
    for (let done = 0; done < times; done++) await run(cloud);
  });
  return sumOf([{ times: 1 / times, units }]);
}

/** What `run` uses; what `before` uses is not counted. */
async function metered(
  startsAt: string,
  run: (cloud: Cloud) => Promise<unknown>,
  before: (cloud: Cloud) => Promise<unknown> = async () => {},
): Promise<Units> {
  return withMeteredTable(async (table, tableUnits, storage) => {
    const cloud = meteredCloud(table, tableUnits, storage, startsAt);
    await before(cloud);
    const already = cloud.used();
    await run(cloud);
    for (const metric of cloud.customMetrics) customMetrics.add(metric);
    return sumOf([
      { times: 1, units: cloud.used() },
      { times: -1, units: already },
    ]);
  });
}
