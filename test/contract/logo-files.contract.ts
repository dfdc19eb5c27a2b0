import { beforeEach, describe, expect, test } from 'vitest';
import { isLogoFile } from '../../domain/business/logo.ts';
import { readLogo } from '../../domain/business/read-logo.ts';
import type { LogoFiles } from '../../domain/ports/logo-files.ts';
import { aJpeg, aPng } from '../support/a-logo.ts';

function pictureOf(content: Uint8Array) {
  const read = readLogo(content);
  if ('fault' in read) throw new Error(read.fault);
  return read.logo;
}
const png = pictureOf(aPng());
const jpeg = pictureOf(aJpeg());

/** What every store of logos does. */
export function logoFilesContract(name: string, make: () => LogoFiles | Promise<LogoFiles>): void {
  describe(`logos in ${name}`, () => {
    let logos: LogoFiles;
    beforeEach(async () => {
      logos = await make();
    });

    test.each([png, jpeg])('come back byte by byte under the name that they were given', async (picture) => {
      const file = await logos.store(picture);
      expect(file).toMatch(new RegExp(`\\.${picture.ending}$`));
      expect(isLogoFile(file)).toBe(true);
      expect(Buffer.from((await logos.load(file)) ?? []).equals(picture.content)).toBe(true);
    });

    test('the same picture has the same name, another one another', async () => {
      const first = await logos.store(png);
      expect(await logos.store(pictureOf(aPng()))).toBe(first);
      expect(await logos.store(pictureOf(aPng(400, 120, [3, 2, 1])))).not.toBe(first);
      expect(Buffer.from((await logos.load(first)) ?? []).equals(png.content)).toBe(true);
    });

    test('what was never stored is not there, nor is what is no name of a logo', async () => {
      await logos.store(png);
      expect(await logos.load(`logo/${'0'.repeat(32)}.png`)).toBeUndefined();
      expect(await logos.load('logo/../logo.png')).toBeUndefined();
      expect(await logos.load('mail/delivery-1')).toBeUndefined();
    });

    test('nobody who changes the bytes that he has changes those that are kept', async () => {
      const file = await logos.store(png);
      (await logos.load(file))?.fill(0);
      expect(Buffer.from((await logos.load(file)) ?? []).equals(png.content)).toBe(true);
    });
  });
}
