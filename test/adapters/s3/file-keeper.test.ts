import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedFileKeeper } from '../../../adapters/s3/file-keeper.ts';
import { s3MailFiles } from '../../../adapters/s3/mail-files.ts';
import { aBucket } from '../../support/bucket.ts';
import { aJpeg } from '../../support/form-parts.ts';
import { anHttpBucket } from '../../support/http-bucket.ts';

let bucket: Awaited<ReturnType<typeof anHttpBucket>>;
beforeAll(async () => {
  bucket = await anHttpBucket();
});
afterAll(() => bucket.close());

const keeper = () =>
  signedFileKeeper({
    bucket: 'mails',
    surroundings: {
      AWS_ENDPOINT_URL: bucket.url,
      AWS_REGION: 'eu-central-1',
      AWS_ACCESS_KEY_ID: 'AKIDOFLAMBDA',
      AWS_SECRET_ACCESS_KEY: 'secret',
    },
  });
const photo = { index: 3, contentType: 'image/jpeg', content: aJpeg(4_000_000) };

test('a file of a form lies where the owner looks for it, byte by byte, under its kind', async () => {
  await keeper().keepFile('form-1', photo);
  await keeper().keepFile('form-1', photo);
  const { client, objects } = aBucket();
  await s3MailFiles({ client, bucket: 'mails' }).keepFile('form-1', photo);
  const [key = ''] = objects.keys();
  const kept = bucket.objects.get(`/mails/${key}`);
  expect(kept?.body.equals(photo.content)).toBe(true);
  expect(kept?.contentType).toBe('image/jpeg');
  expect(bucket.signatures.at(-1)).toMatch(/Credential=AKIDOFLAMBDA\/\d{8}\/eu-central-1\/s3\/aws4_request/);
});

test('a bucket that does not take it is a fault', async () => {
  for (const status of [403, 503]) {
    bucket.fail(status);
    await expect(keeper().keepFile('form-2', photo)).rejects.toThrow(String(status));
  }
  bucket.fail(undefined);
});
