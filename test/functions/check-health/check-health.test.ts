import { expect, test } from 'vitest';
import { checkHealth } from '../../../functions/check-health/check-health.ts';
import { aRequest } from '../../support/a-request.ts';
import { silentLog } from '../../support/a-world.ts';

const health = (check: () => Promise<void>) => checkHealth(aRequest(), { store: { check }, log: silentLog });

test('healthy is who can store a lead', async () => {
  expect(await health(async () => {})).toMatchObject({ status: 200, body: '{"status":"ok"}' });
});

test('a table that does not answer is told without saying why', async () => {
  const response = await health(() => Promise.reject(new Error('ECONNREFUSED 10.0.0.1')));
  expect(response).toMatchObject({ status: 503, body: '{"status":"unavailable"}' });
});
