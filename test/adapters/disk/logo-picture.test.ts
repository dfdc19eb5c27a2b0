import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readLogoPicture } from '../../../adapters/disk/logo-picture.ts';
import { memoryLogoFiles } from '../../../adapters/memory/memory-logo-files.ts';
import { parseCompany } from '../../../domain/business/company-file.ts';
import { aPng, aStoredLogo } from '../../support/a-logo.ts';
import { aCompany } from '../../support/company.ts';

const folder = mkdtempSync(join(tmpdir(), 'company-'));
beforeAll(() => {
  writeFileSync(join(folder, 'muster.png'), aPng(640, 200));
  writeFileSync(join(folder, 'muster.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
});
afterAll(() => rmSync(folder, { recursive: true }));

const alt = 'Muster Haustechnik';

test('the picture beside the company file is read, and the file names it as it will be kept', async () => {
  const company = aCompany();
  const read = readLogoPicture({ ...company, logo: { file: 'muster.png', alt } }, folder);
  if ('faults' in read || !read.logo) throw new Error('No picture was read');
  const parsed = parseCompany(read.file);
  if ('faults' in parsed) throw new Error(parsed.faults.join());
  const file = await memoryLogoFiles().store(read.logo);
  expect(parsed.company).toEqual({ ...company, logo: { file, alt, width: 640, height: 200 } });
  expect(Buffer.from(read.logo.content).equals(aPng(640, 200))).toBe(true);
});

test.each([{ key: 'muster' }, { logo: aStoredLogo }, { logo: null }, 'no company file', null])(
  'what names no picture stays as it is: %j',
  (file) => {
    expect(readLogoPicture(file, folder)).toEqual({ file });
  },
);

test.each([
  [{ file: 'muster.svg', alt }, /^logo\.file: found an SVG drawing.*, expected a PNG or JPEG file$/],
  [{ file: 'fehlt.png', alt }, /^logo\.file: found "fehlt\.png", expected a picture at \/.*\/fehlt\.png$/],
  [{ file: 'muster.png', alt: ' ' }, /^logo\.alt: found " ", expected a text that is not empty$/],
  [{ file: 'muster.png' }, /^logo\.alt: is missing/],
  ['muster.png', /^logo: found "muster\.png", expected an object/],
])('a logo that cannot be one is refused: %j', (logo, sentence) => {
  const stored = readLogoPicture({ logo }, folder);
  expect('faults' in stored ? stored.faults : []).toEqual([expect.stringMatching(sentence)]);
});
