/** The desk in a real browser, on the whole system: how stories are told there. */
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { type LocalSystem, startLocalSystem } from '../support/local-system.ts';

export const owner = 'chef@muster-haustechnik.example';

/** A phone in one hand, a laptop in the office; with scripts, and where they do not load. */
const machines = [
  { width: 390, height: 844, scripts: true },
  { width: 390, height: 844, scripts: false },
  { width: 1280, height: 900, scripts: true },
  { width: 1280, height: 900, scripts: false },
] as const;
type Machine = (typeof machines)[number];

export interface Desk {
  readonly system: LocalSystem;
  readonly machine: Machine;
  /** A browser of its own, logged in. @param email default: the owner. */
  logIn(email?: string): Promise<Page>;
  /** A browser of its own in which nobody is logged in. */
  visit(): Promise<Page>;
}

/** No page here waits longer than this for what it says will be there; a busy machine takes its time. */
const patienceMs = 60_000;

type Tell = (story: (name: string, told: (desk: Desk) => Promise<void>) => void) => void;

/**
 * Tells stories on each machine. All stories of one file share a system: each uses people and leads of its own.
 * @param where default: everywhere.
 */
export function stories(tell: Tell, where: (machine: Machine) => boolean = () => true): void {
  let system: LocalSystem;
  let browser: Browser;
  beforeAll(async () => {
    system = await startLocalSystem();
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        ...['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
        ...['--disable-component-update', '--disable-sync', '--no-first-run'],
      ],
    });
  });
  afterAll(async () => {
    await browser.close();
    await system.stop();
  });
  describe.each(machines.filter(where))('$width px, scripts: $scripts', (machine) => {
    const { width, height, scripts } = machine;
    const open: BrowserContext[] = [];
    const visit = async () => {
      const context = await browser.newContext({
        viewport: { width, height },
        javaScriptEnabled: scripts,
        baseURL: system.url,
        locale: 'de-DE',
        timezoneId: 'Europe/Berlin',
      });
      context.setDefaultTimeout(patienceMs);
      open.push(context);
      return context.newPage();
    };
    tell((name, told) =>
      test(name, async () => {
        const logIn = async (email = owner) => {
          const { url } = (await system.postJson('/_local/login', { email })) as { url: string };
          const page = await visit();
          await page.goto(url);
          await page.getByRole('button', { name: 'Anmelden' }).click();
          await page.waitForURL(/\/desk$/);
          return page;
        };
        try {
          await told({ system, machine, logIn, visit });
        } finally {
          for (const context of open.splice(0)) await context.close();
        }
      }),
    );
  });
}
