import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { signedLinkKeys } from '../../../adapters/secretsmanager/signed-link-keys.ts';

const secretArn = 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:links';
const key = 'k'.repeat(32);
const secret = { SecretString: JSON.stringify({ keyId: '2', key, previous: { '1': 'o'.repeat(32) } }) };
const keys = { current: { id: '2', secret: key }, previous: [{ id: '1', secret: 'o'.repeat(32) }] };

let server: Server | undefined;
afterEach(() => server?.close());

/** Secrets Manager, which answers each call with the next of these. */
async function aService(...answers: readonly { status: number; body: object }[]) {
  const asked: { headers: IncomingMessage['headers']; body: string }[] = [];
  const started = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString();
    const { status, body: text } = answers[Math.min(asked.length, answers.length - 1)] ?? {
      status: 500,
      body: {},
    };
    asked.push({ headers: request.headers, body });
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(text));
  });
  server = started;
  await new Promise<void>((listening) => started.listen(0, '127.0.0.1', listening));
  const surroundings = {
    AWS_ENDPOINT_URL: `http://127.0.0.1:${(started.address() as AddressInfo).port}`,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'id',
    AWS_SECRET_ACCESS_KEY: 'secret',
  };
  return { asked, surroundings };
}

test('the keys are read with one signed call, once in five minutes', async () => {
  const { asked, surroundings } = await aService({ status: 200, body: secret });
  let nowMillis = 1_000_000;
  const load = signedLinkKeys({ secretArn, surroundings, nowMillis: () => nowMillis });
  expect(await Promise.all([load(), load()])).toEqual([keys, keys]);
  nowMillis += 299_999;
  await load();
  expect(asked).toHaveLength(1);
  expect(JSON.parse(asked[0]?.body ?? '')).toEqual({ SecretId: secretArn });
  expect(asked[0]?.headers).toMatchObject({ 'x-amz-target': 'secretsmanager.GetSecretValue' });
  expect(asked[0]?.headers.authorization).toMatch(/^AWS4-HMAC-SHA256 .*\/eu-central-1\/secretsmanager\//);
  nowMillis += 1;
  await load();
  expect(asked).toHaveLength(2);
});

test('a refusal is not kept, and says nothing of what was asked', async () => {
  const refusal = { __type: 'AccessDeniedException', Message: `not allowed: ${secretArn}` };
  const { surroundings } = await aService({ status: 400, body: refusal }, { status: 200, body: secret });
  const load = signedLinkKeys({ secretArn, surroundings });
  await expect(load()).rejects.toThrow(/^Secrets Manager answers 400$/);
  expect(await load()).toEqual(keys);
});
