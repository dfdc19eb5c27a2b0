import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { memoryMailFiles } from '../../adapters/memory/memory-mail-files.ts';
import { s3MailFiles } from '../../adapters/s3/mail-files.ts';
import { diskMailFiles } from '../../local/mail/disk-mail-files.ts';
import { aBucket } from '../support/bucket.ts';
import { mailFilesContract } from './mail-files.contract.ts';

const now = '2026-11-23T08:00:00.000Z';
const before = '2026-11-23T07:00:00.000Z';
const folder = mkdtempSync(join(tmpdir(), 'mail-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

mailFilesContract('memory', () => {
  const files = memoryMailFiles();
  return { files, before, keep: (id, raw) => files.keep(id, raw, now) };
});

let folders = 0;
mailFilesContract('a folder', () => {
  const files = diskMailFiles({
    folder: join(folder, String(++folders)),
    now: () => now,
    addressOf: (id, part, query) => `/files/${id}/${part}?${query}`,
  });
  return { files, before, keep: files.keep };
});

mailFilesContract('S3', () => {
  const { client, objects } = aBucket();
  return {
    files: s3MailFiles({ client, bucket: 'mails' }),
    // The bucket has its own clock.
    before: new Date(Date.now() - 60_000).toISOString(),
    keep: (id, raw) => {
      objects.set(`mail/${id}`, { body: raw, at: new Date() });
    },
  };
});
