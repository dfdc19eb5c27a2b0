import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { memoryLogoFiles } from '../../adapters/memory/memory-logo-files.ts';
import { parseCompany } from '../../domain/business/company-file.ts';
import { storeLogo } from '../../ops/store-logo.ts';
import { aPng, aStoredLogo } from '../support/a-logo.ts';
import { aCompany } from '../support/company.ts';

const folder = mkdtempSync(join(tmpdir(), 'company-'));
beforeAll(() => {
  writeFileSync(join(folder, 'muster.png'), aPng(640, 200));
  writeFileSync(join(folder, 'muster.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
});
afterAll(() => rmSync(folder, { recursive: true }));

const alt = 'Muster Haustechnik';
const logos = memoryLogoFiles();

test('the picture beside the company file is stored, and the file names it as it is kept', async () => {
  const company = aCompany();
  const stored = await storeLogo({ ...company, logo: { file: 'muster.png', alt } }, folder, logos);
  if ('faults' in stored) throw new Error(stored.faults.join());
  const parsed = parseCompany(stored.file);
  if ('faults' in parsed) throw new Error(parsed.faults.join());
  expect(parsed.company).toEqual({
    ...company,
    logo: { file: expect.stringMatching(/^logo\/\w{32}\.png$/), alt, width: 640, height: 200 },
  });
  expect(Buffer.from((await logos.load(parsed.company.logo?.file ?? '')) ?? []).equals(aPng(640, 200))).toBe(
    true,
  );
});

test.each([{ key: 'muster' }, { logo: aStoredLogo }, 'no company file', null])(
  'what names no picture stays as it is: %j',
  async (file) => {
    expect(await storeLogo(file, folder, logos)).toEqual({ file });
  },
);

test.each([
  [{ file: 'muster.svg', alt }, /^logo\.file: found an SVG drawing.*, expected a PNG or JPEG file$/],
  [{ file: 'fehlt.png', alt }, /^logo\.file: found no file "fehlt\.png", expected one beside/],
  [{ file: 'muster.png', alt: ' ' }, /^logo\.alt: found " ", expected words/],
  [{ file: 'muster.png' }, /^logo\.alt: is missing/],
  ['muster.png', /^logo: found "muster\.png", expected an object/],
])('a logo that cannot be one is refused: %j', async (logo, sentence) => {
  const stored = await storeLogo({ logo }, folder, logos);
  expect('faults' in stored ? stored.faults : []).toEqual([expect.stringMatching(sentence)]);
});
