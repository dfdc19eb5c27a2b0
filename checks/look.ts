/**
 * `npm run look [-- <words of names>]`: every page and every mail in a browser, on a small phone, a phone and a desk, light and
 * dark. Writes pictures to `looks/`, unless `--without-pictures`; ends with 1 if axe finds a violation, something is wider than the screen, or a word is
 * torn inside; with 69 if there is no Chromium.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { findChromium } from './look/chromium.ts';
import { findFaults, runAxe } from './look/in-page.ts';
import { livedWeeks } from './look/lived-weeks.ts';
import { everyMail, type Shown, systemPages } from './look/shown.ts';

const folder = fileURLToPath(new URL('../looks/', import.meta.url));
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
/** The smallest phone that is still around has 320 pixels. What axe judges is the same on all screens but for the colours. */
const screens = [
  { width: 320, height: 640, scheme: 'light', picture: false, judged: false },
  { width: 390, height: 844, scheme: 'light', picture: true, judged: true },
  { width: 390, height: 844, scheme: 'dark', picture: true, judged: true },
  { width: 1280, height: 900, scheme: 'light', picture: true, judged: false },
  { width: 1280, height: 900, scheme: 'dark', picture: true, judged: false },
] as const;

const executablePath = findChromium();
if (executablePath === undefined) {
  console.error(
    'Nothing was looked at: there is no Chromium, and apt-get cannot install it. CHROMIUM names another one.',
  );
  process.exit(69);
}
const { values, positionals: wanted } = parseArgs({
  options: { 'without-pictures': { type: 'boolean', default: false } },
  allowPositionals: true,
});
const pictures = !values['without-pictures'];
const isWanted = ({ name }: Shown) => wanted.length === 0 || wanted.some((word) => name.includes(word));
const shown = [...(await systemPages()), ...(await livedWeeks()), ...everyMail()].filter(isWanted);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
let faults = 0;
for (const { width, height, scheme, picture, judged } of screens) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme });
  // What is looked at is all there is: pictures of the business are elsewhere.
  await context.route('**/*', (route) => route.abort());
  const page = await context.newPage();
  for (const { name, html } of shown) {
    await page.setContent(html);
    const found = await page.evaluate<string[]>(findFaults);
    if (judged) {
      await page.addScriptTag({ path: axe });
      found.push(...(await page.evaluate<string[]>(runAxe)));
    }
    for (const fault of found) console.log(`${name} at ${width} ${scheme}: ${fault}`);
    faults += found.length;
    if (picture && pictures) {
      await page.screenshot({
        path: `${folder}${name}-${width}-${scheme}.png`,
        fullPage: true,
        animations: 'disabled',
      });
    }
  }
  await context.close();
}
await browser.close();
console.log(
  `${shown.length} pages and mails looked at on ${screens.length} screens, ${faults} faults${pictures ? '; pictures in looks/' : ''}`,
);
process.exitCode = faults === 0 && shown.length > 0 ? 0 : 1;
