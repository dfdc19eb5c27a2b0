import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { findFaults, runAxe } from '../../checks/look/in-page.ts';
import { type Desk, stories } from './a-desk.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Pages of the same kind look the same: of each so many. */
const ofEachKind = 2;

// `/desk/leads/7K2M9QX4TD/quote?seen=1` is of the kind `/desk/leads/*/quote`.
const kindOf = (path: string): string =>
  path.replace(/\?.*$/, '').replace(/\/(leads|contacts|aside|team)\/[^/]+/, '/$1/*');

/** Requests in several stages, an answer, and something that was kept aside. */
async function someRequests({ system }: Desk): Promise<void> {
  if ((await system.leads()).length > 0) return;
  const common = { city: 'Dachau', kind: 'project' };
  await system.capture({ ...common, name: 'Eva Huber', phone: '0170 1234567', message: 'Bad neu machen.' });
  await system.capture({ name: 'Max Hofer', email: 'max@example.org', message: 'Heizung wird nicht warm.' });
  await system.capture({
    name: 'Familie Wagner',
    phone: '0170 3344099',
    message: 'Rohrbruch im Keller!',
    urgency: 'now',
  });
  await system.postJson('/leads', {
    name: 'SEO',
    email: 'seo@example.org',
    message: 'Rank #1',
    website: 'x',
  });
  await system.quiet();
}

/** Every kind of page that links of the desk lead to. */
async function everyKind(page: Page): Promise<string[]> {
  const found: string[] = ['/desk'];
  const kinds = new Map<string, number>();
  for (const path of found) {
    await page.goto(path);
    const links = await page.evaluate<string[]>(
      `[...document.querySelectorAll('a[href^="/desk"]')].map((one) => one.getAttribute('href'))`,
    );
    for (const link of links) {
      if (found.includes(link) || link.includes('mail=')) continue;
      const seen = kinds.get(kindOf(link)) ?? 0;
      if (seen >= ofEachKind) continue;
      kinds.set(kindOf(link), seen + 1);
      found.push(link);
    }
  }
  return found;
}

/** In the page, in plain JavaScript: marks where the keyboard should stop. @returns each, as it is written. */
const markStops = `(() => {
  const wanted = 'a[href],button,input:not([type=hidden]),select,textarea,summary';
  // Of the choices of one question the keyboard stops at one, and arrows lead to the others.
  const stops = [...document.querySelectorAll(wanted)].filter(
    (one) => one.checkVisibility() && one.type !== 'radio' && one.tabIndex >= 0,
  );
  stops.forEach((one, index) => (one.dataset.stop = String(index)));
  return stops.map((one) => one.outerHTML.slice(0, 120));
})()`;

/** What cannot be reached by the keyboard alone. */
async function notReached(page: Page): Promise<string[]> {
  const all = await page.evaluate<string[]>(markStops);
  const reached = new Set<string>();
  for (let presses = 0; presses < all.length * 3 + 10 && reached.size < all.length; presses++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate<string | undefined>('document.activeElement?.dataset.stop');
    if (stop !== undefined) reached.add(stop);
  }
  return all.filter((_, index) => !reached.has(String(index)));
}

/** What people and programs type: a word longer than any screen. */
const longOnes = [
  {
    email: 'geschaeftsfuehrung.sekretariat@hausverwaltung-muenchen-nordwest.example',
    message: 'Heizung kalt.',
  },
  { name: 'Donaudampfschifffahrtsgesellschaftskapitänswitwe', phone: '0171 5550005 (Handy, ab 17 Uhr)' },
  { name: 'a'.repeat(200), phone: '0171 5550006', message: 'b'.repeat(300), city: 'c'.repeat(90) },
];

/** In the page: what is wider than the screen, and links in a row of their own that a thumb misses. */
const narrowFaults = `(() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  const small = [...document.querySelectorAll('main a[href]')].filter((one) => {
    const isAlone = getComputedStyle(one).display !== 'inline' || one.parentElement.children.length === 1;
    return one.checkVisibility() && isAlone && one.getBoundingClientRect().height < 24;
  });
  const cut = [...document.querySelectorAll('main a[href]')].filter(
    (one) => one.checkVisibility() && one.getBoundingClientRect().right > clientWidth + 0.5,
  );
  return [
    ...(scrollWidth > clientWidth ? ['is ' + scrollWidth + ' wide'] : []),
    ...small.map((one) => 'has a small link ' + one.outerHTML.slice(0, 120)),
    ...cut.map((one) => 'cuts ' + one.outerHTML.slice(0, 120)),
  ];
})()`;

stories(
  (story) => {
    story('names and addresses of any length fit the smallest phone, and links a thumb', async (desk) => {
      for (const one of longOnes) await desk.system.capture({ kind: 'repair', ...one });
      await desk.system.quiet();
      const page = await desk.logIn();
      const leads = (await desk.system.leads()).flatMap(({ id }) => [
        `/desk/leads/${id}`,
        `/desk/contacts/${id}`,
        `/desk/contacts/${id}/join`,
        `/desk/leads/${id}/lose`,
      ]);
      const faults: string[] = [];
      for (const path of ['/desk', '/desk/open', '/desk/contacts', '/desk/search', '/desk/team', ...leads]) {
        await page.goto(path);
        for (const width of [320, 390]) {
          await page.setViewportSize({ width, height: 800 });
          const found = await page.evaluate<string[]>(narrowFaults);
          faults.push(...found.map((fault) => `${path} at ${width} ${fault}`));
        }
      }
      expect(faults).toEqual([]);
    });
  },
  ({ scripts, width }) => scripts && width === 390,
);

stories(
  (story) => {
    story(
      'every page can be read and used by everybody, and asks no other site for anything',
      async (desk) => {
        await someRequests(desk);
        const page = await desk.logIn();
        const faults: string[] = [];
        let path = '';
        page.on('request', (request) => {
          if (!request.url().startsWith(desk.system.url) && !request.url().startsWith('data:')) {
            faults.push(`${path} asks ${request.url()}`);
          }
        });
        page.on('console', (message) => {
          if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) {
            faults.push(`${path} says ${message.text()}`);
          }
        });
        page.on('pageerror', (error) => faults.push(`${path} fails: ${error.message}`));
        const paths = await everyKind(page);
        for (path of paths) {
          for (const colorScheme of ['light', 'dark'] as const) {
            await page.emulateMedia({ colorScheme });
            const response = await page.goto(path);
            if ((response?.status() ?? 500) >= 400) faults.push(`${path} answers ${response?.status()}`);
            await page.evaluate(axe);
            const found = [
              ...(await page.evaluate<string[]>(findFaults)),
              ...(await page.evaluate<string[]>(runAxe)),
            ];
            faults.push(...found.map((fault) => `${path} in the ${colorScheme}: ${fault}`));
          }
          for (const one of await notReached(page)) faults.push(`${path}: no key leads to ${one}`);
        }
        expect(faults).toEqual([]);
        expect(paths.length).toBeGreaterThan(15);
      },
    );
  },
  ({ scripts }) => scripts,
);
