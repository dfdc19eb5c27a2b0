import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { afterAll, describe, expect, test } from 'vitest';
import { filesOfBundle } from '../../bench/files-of-bundle.ts';
import { NachfassStack } from '../../infra/nachfass-stack.ts';
import { aSubmission } from '../support/a-submission.ts';
import { aConfig, anApp, functionNames, resourcesOf } from './a-stack.ts';

const app = anApp();
const config = aConfig();
const stack = new NachfassStack(app, { config });
const { directory } = app.synth();
afterAll(() => rmSync(directory, { recursive: true }));

const bundles = new Map(
  resourcesOf(Template.fromStack(stack), 'AWS::Lambda::Function').map(({ properties }) => {
    const name = String(properties.Description).replace('Nachfass ', '');
    const asset = `asset.${String(properties.Code.S3Key).replace('.zip', '')}`;
    return [name, join(directory, asset, 'index.mjs')];
  }),
);

/** Runs a script with a function's bundle in a bare Node.js, as Lambda does: no packages around, no other variables. */
function runBundled(name: string, script: string, environment: Record<string, string> = {}): string {
  const load = `const { handler } = await import('file://${bundles.get(name)}');`;
  return execFileSync(process.execPath, ['--input-type=module', '--eval', load + script], {
    cwd: directory,
    env: environment,
    encoding: 'utf8',
  });
}

/** The lines that a bundled function logs when it is called without the variables that it needs. */
function logOfBadStart(name: string, event: unknown): readonly string[] {
  const script = `
    process.stderr.write = process.stdout.write.bind(process.stdout);
    const context = { getRemainingTimeInMillis: () => 10_000 };
    await handler(${JSON.stringify(event)}, context).catch((error) => console.log('thrown ' + error.stack));
    process.exit();`;
  return runBundled(name, script).split('\n');
}

describe.each(functionNames)('the bundle of %s', (name) => {
  test('loads without any package around it and exports its handler', () => {
    expect(runBundled(name, 'console.log(typeof handler)')).toBe('function\n');
  });
});

describe('an error in a bundle is logged with its place in the sources', () => {
  const place = /functions\/shared\/\S+\.ts:\d+:\d+/;

  test.each([
    ['show-form', { headers: {}, rawQueryString: '', requestContext: { http: { method: 'GET' } } }],
    ['record-mail-event', { Records: [{ messageId: '1', body: 'no JSON' }] }],
  ])('%s', (name, event) => {
    const line = logOfBadStart(name, event).find((one) => one.includes('errorFrames')) ?? '{}';
    const { errorFrames } = JSON.parse(line);
    expect(errorFrames).toMatch(place);
    expect(errorFrames).not.toContain('.mjs:');
  });

  test('and thrown on with it', () => {
    const thrown = logOfBadStart('reconcile-leads', {})
      .join('\n')
      .replace(/^.*?thrown /s, '');
    expect(thrown).toMatch(place);
    expect(thrown).not.toContain('.mjs:');
  });
});

describe('a start does not read what few calls need', () => {
  test.each([
    ['capture-lead', 'the client of the queue', 'AmazonSQS'],
    ['capture-lead', 'what mends broken JSON', 'Object key expected'],
    ['act-on-lead', 'the client of the bucket', 'ListObjectsV2'],
    ['receive-mail', 'what writes mails', 'SendRawEmail'],
    ['serve-desk', 'what verifies passkeys', 'User verification required'],
    ['serve-desk', 'what writes mails', 'SendRawEmail'],
  ])('%s: %s', (name, _, telling) => {
    const { atStart, all } = filesOfBundle(String(bundles.get(name)));
    const isTold = (file: string) => readFileSync(file, 'utf8').includes(telling);
    expect(all.some(isTold)).toBe(true);
    expect(atStart.some(isTold)).toBe(false);
  });
});

test('the bundled form is that of the business', () => {
  const event = {
    version: '2.0',
    rawPath: '/',
    rawQueryString: '',
    headers: { accept: 'text/html' },
    requestContext: { http: { method: 'GET', path: '/' } },
    isBase64Encoded: false,
  };
  const script = `
    const context = { getRemainingTimeInMillis: () => 10_000 };
    console.log(JSON.stringify(await handler(${JSON.stringify(event)}, context)));`;
  const answer = JSON.parse(
    runBundled('show-form', script, {
      COMPANY: JSON.stringify(config.companyFile),
      TABLE_NAME: 'Leads',
      PUBLIC_URL: 'https://anfrage.example',
      LINK_SECRET_ARN: 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:links',
    }),
  );
  expect(answer.statusCode).toBe(200);
  expect(answer.body).toContain('<form');
  expect(answer.body).toContain('Muster Haustechnik');
});

test('the bundled functions speak with the credentials that Lambda gives them', () => {
  const event = { Records: [{ messageId: '1', body: JSON.stringify(aSubmission()) }] };
  const script = `
    import { createServer } from 'node:http';
    const seen = [];
    const server = createServer((request, response) => {
      seen.push([request.headers.authorization, request.headers['x-amz-security-token']]);
      response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' }).end('{"__type":"ValidationException"}');
    }).listen(0, '127.0.0.1');
    await new Promise((listening) => server.once('listening', listening));
    process.env.AWS_ENDPOINT_URL = 'http://127.0.0.1:' + server.address().port;
    const context = { getRemainingTimeInMillis: () => 10_000 };
    const logged = [];
    console.log = console.error = console.info = () => undefined;
    process.stderr.write = (line) => logged.push(String(line));
    const answer = await handler(${JSON.stringify(event)}, context);
    process.stdout.write(JSON.stringify({ answer, seen, logged }));
    process.exit();`;
  const output = runBundled('drain-submissions', script, {
    TABLE_NAME: 'Leads',
    STATE_MACHINE_ARN: 'arn:aws:states:eu-central-1:111122223333:stateMachine:LeadLifecycle',
    COMPANY: JSON.stringify(config.companyFile),
    DEPLOYMENT: 'muster-prod',
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'AKIDOFLAMBDA',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_SESSION_TOKEN: 'token of Lambda',
  });
  const { answer, seen, logged } = JSON.parse(output.slice(output.indexOf('{"answer"')));
  expect(seen.length).toBeGreaterThan(0);
  for (const call of seen) {
    expect(call).toEqual([expect.stringContaining('Credential=AKIDOFLAMBDA/'), 'token of Lambda']);
  }
  // What it could not store comes again.
  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '1' }] });
  // The client of the table stands in a file beside the bundle, which has a map of its own.
  expect(logged.join('\n')).toContain('node_modules/@smithy/core/');
  expect(logged.join('\n')).not.toContain('.mjs:');
});
