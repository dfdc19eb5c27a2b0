import { describe, expect, test } from 'vitest';
import { memoryMailFiles } from '../../../adapters/memory/memory-mail-files.ts';
import { formFile } from '../../../functions/shared/form-files.ts';
import { keepFiles } from '../../../functions/shared/keep-files.ts';
import { silentLog } from '../../support/a-world.ts';
import { aJpeg, aPdf } from '../../support/form-parts.ts';

const photo = formFile('bad.jpg', 'image/jpeg', aJpeg(), 1);
const plan = formFile('plan.pdf', 'application/pdf', aPdf(), 2);

/** A place for files that takes all but those of one kind. */
function aPlace(refuses?: string) {
  const mailFiles = memoryMailFiles();
  const kept: [id: string, index: number, bytes: number][] = [];
  const keepFile: typeof mailFiles.keepFile = async (id, file) => {
    if (file.contentType === refuses) throw new Error('The bucket is down');
    kept.push([id, file.index, file.content.length]);
    await mailFiles.keepFile(id, file);
  };
  return { kept, deps: { mailFiles: { keepFile }, log: silentLog } };
}

describe('the files of a form', () => {
  test('are kept under an id of their own, which names no mail and leads out of no folder', async () => {
    const { kept, deps } = aPlace();
    const files = await keepFiles([photo, plan], 'erika', deps);
    expect(files).toEqual({
      id: expect.stringMatching(/^form-[0-9a-f]{40}$/),
      files: [
        { index: 0, name: 'bad.jpg', contentType: 'image/jpeg', bytes: 3_000 },
        { index: 1, name: 'plan.pdf', contentType: 'application/pdf', bytes: 3_000 },
      ],
    });
    expect(kept).toEqual([
      [files?.id, 0, 3_000],
      [files?.id, 1, 3_000],
    ]);
  });

  test('of a repeat lie in the same place, those of another form in another', async () => {
    const { deps } = aPlace();
    const id = async (files: readonly (typeof photo)[], seed: string) =>
      (await keepFiles(files, seed, deps))?.id;
    const first = await id([photo], 'erika');
    expect(await id([photo], 'erika')).toBe(first);
    expect(await id([photo], 'jörg')).not.toBe(first);
    expect(await id([plan], 'erika')).not.toBe(first);
    expect(await id([{ ...photo, bytes: aJpeg(3_001) }], 'erika')).not.toBe(first);
  });

  test('that cannot be kept are named, and the others are there', async () => {
    const { deps } = aPlace('image/jpeg');
    expect(await keepFiles([photo, plan], 'erika', deps)).toMatchObject({
      files: [{ index: 1, name: 'plan.pdf' }],
      lost: ['bad.jpg'],
    });
  });

  test('that came without content, or after the twentieth, are named too', async () => {
    const { kept, deps } = aPlace();
    const empty = formFile('leer.jpg', 'image/jpeg', Buffer.alloc(0), 1);
    expect(await keepFiles([empty, plan], 'erika', deps)).toMatchObject({
      files: [{ index: 0, name: 'plan.pdf' }],
      lost: ['leer.jpg'],
    });
    const many = Array.from({ length: 22 }, (_, n) => ({ ...photo, name: `${n}.jpg` }));
    const files = await keepFiles(many, 'erika', deps);
    expect(files?.files).toHaveLength(20);
    expect(files?.lost).toEqual(['20.jpg', '21.jpg']);
    expect(kept).toHaveLength(21);
  });

  test('that are none need no place', async () => {
    expect(await keepFiles([], 'erika', aPlace().deps)).toBeUndefined();
  });
});
