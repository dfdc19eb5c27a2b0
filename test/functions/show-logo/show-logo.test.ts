import type { Context } from 'aws-lambda';
import { expect, test } from 'vitest';
import { memoryLogoFiles } from '../../../adapters/memory/memory-logo-files.ts';
import { readLogo } from '../../../domain/business/read-logo.ts';
import { httpHandler } from '../../../functions/shared/http-handler.ts';
import { showLogo } from '../../../functions/show-logo/show-logo.ts';
import { aJpeg, aPng } from '../../support/a-logo.ts';
import { anEvent, call } from '../a-logged-call.ts';

const logos = memoryLogoFiles();
const handler = httpHandler({ name: 'show-logo', wire: () => ({ logos }), handle: showLogo });

async function stored(content: Uint8Array): Promise<string> {
  const read = readLogo(content);
  if ('fault' in read) throw new Error(read.fault);
  return logos.store(read.logo);
}

/** As API Gateway asks. */
function get(file: string, context: Context = call) {
  const event = anEvent({ url: `/${file}` });
  return handler({ ...event, pathParameters: { name: file.replace(/^logo\//, '') } }, context);
}

test.each([
  ['image/png', aPng()],
  ['image/jpeg', aJpeg()],
])('a logo comes as the %s that it is, to be kept for good', async (contentType, content) => {
  const answer = await get(await stored(content));
  expect(answer).toMatchObject({
    statusCode: 200,
    isBase64Encoded: true,
    headers: {
      'content-type': contentType,
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    },
  });
  expect(Buffer.from(answer.body ?? '', 'base64').equals(content)).toBe(true);
});

test.each(['logo/0123.png', `logo/${'0'.repeat(32)}.png`, 'logo/../mail/delivery-1', 'logo/x.svg'])(
  'there is no %s, and no cache keeps that',
  async (file) => {
    const answer = await get(file);
    expect(answer.statusCode).toBe(404);
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
  },
);

test('a name that is no logo is asked of nobody', async () => {
  const asked: string[] = [];
  const deps = { logos: { load: async (file: string) => void asked.push(file) } };
  const curious = httpHandler({ name: 'show-logo', wire: () => deps, handle: showLogo });
  const event = { ...anEvent({ url: '/logo/x' }), pathParameters: { name: '../mail/delivery-1' } };
  expect(await curious(event, call)).toMatchObject({ statusCode: 404 });
  expect(asked).toEqual([]);
});
