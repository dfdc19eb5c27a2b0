import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedLogoReader } from '../../../adapters/s3/logo-reader.ts';
import { anHttpBucket } from '../../support/http-bucket.ts';

let bucket: Awaited<ReturnType<typeof anHttpBucket>>;
beforeAll(async () => {
  bucket = await anHttpBucket();
});
afterAll(() => bucket.close());

const reader = () =>
  signedLogoReader({
    bucket: 'mails',
    surroundings: {
      AWS_ENDPOINT_URL: bucket.url,
      AWS_REGION: 'eu-central-1',
      AWS_ACCESS_KEY_ID: 'AKIDOFLAMBDA',
      AWS_SECRET_ACCESS_KEY: 'secret',
      AWS_SESSION_TOKEN: 'token',
    },
  });
const file = `logo/${'0'.repeat(32)}.png`;

test('the call is signed for S3 with what Lambda gives', async () => {
  await reader().load(file);
  expect(bucket.signatures.at(-1)).toMatch(/Credential=AKIDOFLAMBDA\/\d{8}\/eu-central-1\/s3\/aws4_request/);
});

test('a bucket that has trouble is a fault, and no missing picture', async () => {
  bucket.fail(503);
  await expect(reader().load(file)).rejects.toThrow('503');
  bucket.fail(400);
  await expect(reader().load(file)).rejects.toThrow('400');
  bucket.fail(undefined);
});
