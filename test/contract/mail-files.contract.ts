import { beforeEach, describe, expect, test } from 'vitest';
import type { MailFiles } from '../../domain/ports/mail-files.ts';

const raw = new TextEncoder().encode('Subject: Bad\r\n\r\nGrüße');
const photo = { index: 0, contentType: 'image/jpeg', content: new Uint8Array([255, 216, 0, 1]) };

export interface MailFilesOnTrial {
  readonly files: MailFiles;
  /** What the receiving server does. */
  readonly keep: (deliveryId: string, raw: Uint8Array) => Promise<void> | void;
  /** Before anything that is kept in a test. */
  readonly before: string;
}

/** What every store of raw mails does. */
export function mailFilesContract(
  name: string,
  make: () => MailFilesOnTrial | Promise<MailFilesOnTrial>,
): void {
  describe(`raw mails in ${name}`, () => {
    let trial: MailFilesOnTrial;
    beforeEach(async () => {
      trial = await make();
    });

    test('come back byte by byte; one that is not there is none', async () => {
      await trial.keep('mail-1', raw);
      expect(Buffer.from((await trial.files.load('mail-1')) ?? []).equals(raw)).toBe(true);
      expect(await trial.files.load('mail-2')).toBeUndefined();
    });

    test('are listed from a moment on, and their files are not', async () => {
      await trial.keep('mail-1', raw);
      await trial.keep('mail-2', raw);
      await trial.files.keepFile('mail-1', photo);
      const listed = await trial.files.listSince(trial.before);
      expect(listed.map(({ deliveryId }) => deliveryId).toSorted()).toEqual(['mail-1', 'mail-2']);
      expect(await trial.files.listSince('2999-01-01T00:00:00.000Z')).toEqual([]);
    });

    test('a file can be kept twice, and has an address that differs from that of the mail', async () => {
      await trial.keep('mail-1', raw);
      await trial.files.keepFile('mail-1', photo);
      await trial.files.keepFile('mail-1', photo);
      const link = await trial.files.fileLink('mail-1', {
        index: 0,
        name: 'Schäden 1.jpg',
        contentType: 'image/jpeg',
      });
      expect(URL.canParse(link, 'http://localhost')).toBe(true);
      expect(link).not.toBe(await trial.files.rawLink('mail-1'));
    });

    test('are gone when they are removed, as often as that is done', async () => {
      await trial.keep('mail-1', raw);
      await trial.keep('mail-10', raw);
      await trial.files.keepFile('mail-1', photo);
      await trial.files.remove('mail-1');
      await trial.files.remove('mail-1');
      expect(await trial.files.load('mail-1')).toBeUndefined();
      expect((await trial.files.listSince(trial.before)).map(({ deliveryId }) => deliveryId)).toEqual([
        'mail-10',
      ]);
    });
  });
}
