/** The business of the story: everything is always open and follow-ups come within seconds. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CompanyFile } from '../domain/business/company.ts';
import { addMinutes } from '../domain/time/local-time.ts';

const folder = fileURLToPath(new URL('../.e2e/', import.meta.url));
export const companyFile = join(folder, 'company.json');

/** Where the business sends from and receives. */
export const receiver = process.env.E2E_MAIL_FROM ?? 'anfrage@mail.probe.example';
export const mailDomain = receiver.slice(receiver.indexOf('@') + 1);

/** SES's simulator takes mails also from the sandbox; it is no person whose letters would be answered, though. */
const addresses = process.env.E2E_CUSTOMERS ?? 'success+{}@simulator.amazonses.com';
export const customerAddress = (label: string) => addresses.replace('{}', label);
export const customersAreAnswered = !addresses.endsWith('amazonses.com');
export const ownerAddress = customerAddress('owner');

/** Follow-ups of the story, in seconds by the clock. */
export const seconds = { chase: 5, alarm: 5, reminders: [4, 8] } as const;

const iso = (after: number): `P${string}` => `PT${after}S`;

/**
 * Writes the company file.
 * @param changes what this deployment has otherwise.
 */
export function writeCompanyFile(changes: Partial<CompanyFile> = {}): void {
  const example = JSON.parse(readFileSync('companies/example.json', 'utf8')) as CompanyFile;
  const company: CompanyFile = {
    ...example,
    key: 'probe',
    name: 'Probe Haustechnik GmbH',
    brand: 'Probe Haustechnik',
    mail: { from: receiver, receive: receiver, replyTo: receiver },
    owner: { name: 'Petra Probe', email: [ownerAddress] },
    // Each person of the example would get his own of everything.
    people: [],
    timeZone: 'Etc/UTC',
    workingTime: 'always',
    // Reminders seconds apart.
    trial: true,
    cadences: {
      new: { to: 'owner', after: [iso(seconds.chase)], thenEach: 'PT1H' },
      'not-reached': { to: 'customer', after: seconds.reminders.map(iso) },
      'needs-analysis': { to: 'customer', after: ['PT1H'] },
      opportunity: { to: 'owner', after: ['PT1H'] },
      quoted: { to: 'customer', after: [iso(seconds.reminders[0]), 'PT1H'] },
      service: { to: 'owner', after: [iso(seconds.alarm)], thenEach: iso(seconds.alarm) },
    },
    ...changes,
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(companyFile, JSON.stringify(company, undefined, 2));
}

/** @returns the path of a file with this in it. */
export function writeChange(change: object): string {
  const file = join(folder, 'change.json');
  writeFileSync(file, JSON.stringify(change));
  return file;
}

/** A date and time of the wall clock, UTC, because a target may not know time zones. */
export interface Minute {
  /** `2026-11-23` */
  readonly date: string;
  /** `14:05` */
  readonly time: string;
}

export function minutesFromNow(minutes: number): Minute {
  const moment = addMinutes(new Date().toISOString(), minutes);
  return { date: moment.slice(0, 10), time: moment.slice(11, 16) };
}

/** The next one at which the digest's schedule asks, so many minutes from now or later. */
export function nextTickFromNow(minutes: number): Minute {
  const tickMillis = 5 * 60_000;
  const earliest = Date.now() + minutes * 60_000;
  const moment = new Date(Math.ceil(earliest / tickMillis) * tickMillis).toISOString();
  return { date: moment.slice(0, 10), time: moment.slice(11, 16) };
}

/** Negative: it has begun. */
export const secondsUntil = ({ date, time }: Minute): number =>
  (Date.parse(`${date}T${time}:00Z`) - Date.now()) / 1000;
