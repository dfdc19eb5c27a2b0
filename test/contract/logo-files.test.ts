import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll } from 'vitest';
import { memoryLogoFiles } from '../../adapters/memory/memory-logo-files.ts';
import { s3LogoFiles } from '../../adapters/s3/logo-files.ts';
import { signedLogoReader } from '../../adapters/s3/logo-reader.ts';
import { diskLogoFiles } from '../../local/data/disk-logo-files.ts';
import { anHttpBucket } from '../support/http-bucket.ts';
import { logoFilesContract } from './logo-files.contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'logos-'));
let bucket: Awaited<ReturnType<typeof anHttpBucket>>;
beforeAll(async () => {
  bucket = await anHttpBucket();
});
afterAll(() => {
  rmSync(folder, { recursive: true });
  bucket.close();
});

logoFilesContract('memory', memoryLogoFiles);
logoFilesContract('a folder', () => diskLogoFiles(folder));
// Stored with the client, as whoever sets up the business does; read without it, as the function does.
logoFilesContract('S3', () => {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const client = new S3Client({
    endpoint: bucket.url,
    forcePathStyle: true,
    region: 'eu-central-1',
    credentials,
  });
  const surroundings = {
    AWS_ENDPOINT_URL_S3: bucket.url,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  };
  return {
    ...s3LogoFiles({ client, bucket: 'mails' }),
    ...signedLogoReader({ bucket: 'mails', surroundings }),
  };
});
