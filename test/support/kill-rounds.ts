/**
 * Rounds in which the local system is killed while people post forms, write mails, the clock runs and the digest goes out; in every
 * other round the machine loses its power too. Then everything that was answered is looked for.
 */
import { appendFileSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isWaiting } from '../../domain/lead/list.ts';
import { type LocalSystem, startLocalSystem } from './local-system.ts';
import { until } from './until.ts';

export interface KillCounts {
  readonly rounds: number;
  /** Forms that were posted, and those that were answered with a number. */
  readonly posted: number;
  readonly answered: number;
  /** Mails handed in by SMTP, and those the server took. */
  readonly written: number;
  readonly taken: number;
  /** Days the clock went, and digests that went out on them. */
  readonly days: number;
  readonly digests: number;
  /** Leads in the end, and mails to customers and the owner. */
  readonly leads: number;
  readonly mails: number;
  /** Answered or taken, and not there in the end. */
  readonly lost: readonly string[];
  /** Twice the same mail to the same people, or two leads of one mail. */
  readonly doubled: readonly string[];
  /** Leads that should wait for something and have no timer, and mails of which nobody knows whether they went out. */
  readonly stranded: readonly string[];
}

const business = 'anfrage@mail.muster-haustechnik.example';

interface Told {
  posted: number;
  written: number;
  /** Numbers that were told. */
  readonly ids: string[];
  /** Whose mails were taken. */
  readonly writers: string[];
}

/** @param onRound told after each round. */
export async function killRounds(
  rounds: number,
  onRound: (round: number, told: { answered: number; taken: number }) => void = () => {},
): Promise<KillCounts> {
  // A Monday, before the digest of the day.
  const begin = '2026-11-23T04:00:00.000Z';
  const system = await startLocalSystem({ now: begin });
  const told: Told = { posted: 0, written: 0, ids: [], writers: [] };
  try {
    for (let round = 0; round < rounds; round++) {
      await killOnce(system, round, told);
      onRound(round + 1, { answered: told.ids.length, taken: told.writers.length });
    }
    return await count(system, rounds, begin, told);
  } finally {
    await system.stop();
  }
}

/** In every so many rounds a whole day passes before the kill, with its digest. */
const roundsADay = 8;

async function killOnce(system: LocalSystem, round: number, told: Told): Promise<void> {
  if (round % roundsADay === roundsADay - 1) await system.advance('P1D');
  const [answered, taken] = [told.ids.length, told.writers.length];
  const work = [
    post(system, round, told),
    post(system, round + 10_000, told),
    write(system, round, told),
    // Four hours each: over the day the digest, reminders, alarms and whatever else is due.
    system.advance('PT4H').catch(() => undefined),
    sleep((round * 17) % 90).then(() =>
      system.get('/_local/digest', { method: 'POST' }).catch(() => undefined),
    ),
  ];
  // In the middle of the work, however slow the machine is, and each time at another point of it.
  await until(
    () => told.ids.length > answered + (round % 4) && (round % 2 === 0 || told.writers.length > taken),
  );
  await sleep((round * 37) % 211);
  await system.killAndRestart(() => {
    if (round % 2 === 1) cutPower(system.dataFolder);
  });
  await Promise.all(work);
}

/** What was being written and had not been answered is there in pieces; what the system keeps only while it runs is gone. */
function cutPower(folder: string): void {
  const log = join(folder, 'database-wal');
  if (existsSync(log)) appendFileSync(log, Buffer.alloc(1_000, 7));
  rmSync(join(folder, 'database-shm'), { force: true });
  for (const name of ['spool', 'incoming', 'submissions']) {
    for (const file of readdirSync(join(folder, name)))
      if (file.endsWith('.new')) rmSync(join(folder, name, file));
  }
}

/** As fast as it goes, until the system is gone. */
async function post(system: LocalSystem, round: number, told: Told): Promise<void> {
  for (let form = 0; ; form++) {
    told.posted += 1;
    try {
      const email = `kunde-${round}-${form}@kunden.example`;
      told.ids.push(await system.capture({ email, message: `Das Bad ${round} ${form} soll neu werden` }));
    } catch {
      return;
    }
  }
}

async function write(system: LocalSystem, round: number, told: Told): Promise<void> {
  for (let mail = 0; ; mail++) {
    const from = `petra-${round}-${mail}@schreibt.example`;
    const text = `Guten Tag,\n\nunsere Heizung ${round} ${mail} ist alt. Was kostet eine neue?\n\nPetra Beispiel`;
    told.written += 1;
    try {
      await system.mail({ from, to: business, subject: `Anfrage Heizung ${round} ${mail}`, text });
      told.writers.push(from);
    } catch {
      return;
    }
  }
}

async function count(system: LocalSystem, rounds: number, begin: string, told: Told): Promise<KillCounts> {
  await system.quiet();
  const { now } = await system.advance('P1D');
  await system.quiet();
  const leads = await system.leads();
  const mails = await system.mailbox();
  const ids = new Set(leads.map(({ id }) => id));
  const writers = leads.map(({ contact }) => contact.email);
  const keys = mails.map(({ to, headers }) => `${to} ${headers['x-nachfass-mail']}`);
  const executions = (await (await system.get('/_local/executions')).json()) as {
    name: string;
    status: string;
  }[];
  const running = new Set(executions.filter(({ status }) => status === 'RUNNING').map(({ name }) => name));
  return {
    rounds,
    posted: told.posted,
    answered: told.ids.length,
    written: told.written,
    taken: told.writers.length,
    days: Math.round((Date.parse(now) - Date.parse(begin)) / 86_400_000),
    digests: keys.filter((key) => key.includes(' digest/')).length,
    leads: leads.length,
    mails: mails.length,
    lost: [
      ...told.ids.filter((id) => !ids.has(id)),
      ...told.writers.filter((from) => !writers.includes(from)),
    ],
    doubled: [...twice(keys), ...twice(writers.filter((email) => email?.endsWith('@schreibt.example')))],
    stranded: [
      ...leads
        .filter((lead) => isWaiting(lead) && !running.has(`${lead.id}-g${lead.generation}`))
        .map(({ id }) => `${id} has no timer`),
      ...leads
        .filter(({ uncertainMails }) => uncertainMails > 0)
        .map(({ id }) => `${id} has uncertain mails`),
    ],
  };
}

const twice = (all: readonly (string | undefined)[]): string[] =>
  all.filter((one, at) => all.indexOf(one) !== at).map(String);
