/**
 * What functions print holds no names, addresses or words of people: each one runs in its real frame with the real
 * logger and the real metrics, over requests, mails and leads that are full of seeds, well and in every way it can fail.
 */
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { functionNames } from '../infra/a-stack.ts';
import { dataPointsIn, isEmbedded } from '../support/embedded-metrics.ts';
import { printedBy } from '../support/printed.ts';
import { seeds, seedsIn } from '../support/seeds.ts';
import type { Cases } from './a-logged-call.ts';
import { deskCalls } from './logged-desk.ts';
import { messages } from './logged-messages.ts';
import { requests } from './logged-requests.ts';
import { tasks } from './logged-tasks.ts';

const cases: Cases = { ...requests, ...tasks, ...messages, ...deskCalls };

const line = z.looseObject({ level: z.string(), service: z.string(), message: z.string() });

describe.each(functionNames)('%s', (name) => {
  test('is looked at', () => {
    expect(Object.keys(cases[name] ?? {})).not.toHaveLength(0);
  });

  test.each(Object.entries(cases[name] ?? {}))('prints nothing of people: %s', async (_case, run) => {
    let secret: unknown;
    const lines = await printedBy(async () => {
      secret = await run();
    });
    for (const one of lines) {
      if (typeof secret === 'string') expect(one).not.toContain(secret);
      expect(seedsIn(one), one).toEqual([]);
      if (isEmbedded(one)) expect(dataPointsIn(one)).not.toEqual([]);
      else if (!one.startsWith('{"lambda"')) expect(line.parse(JSON.parse(one)).service).toBe(name);
    }
  });
});

test('a seed is found however it is written', () => {
  for (const seed of seeds) {
    for (const before of ['', '1', '12']) {
      const text = Buffer.from(`${before}${seed} und mehr`).toString('base64');
      expect(seedsIn(`x ${text} x`)).not.toEqual([]);
    }
    expect(seedsIn(encodeURIComponent(`und ${seed}`))).not.toEqual([]);
    expect(seedsIn(JSON.stringify({ message: `und ${seed}` }))).not.toEqual([]);
  }
});
