import { expect, onTestFinished, test } from 'vitest';
import { pushByNtfy } from '../../../adapters/ntfy/ntfy-push.ts';
import { aServer } from '../../support/a-server.ts';

async function serverThatSays(status: number) {
  const server = await aServer(status);
  onTestFinished(server.close);
  return server;
}

test('a push goes to its topic, in the loudest way there is', async () => {
  const { asked, address } = await serverThatSays(200);
  await pushByNtfy({ to: `${address}/muster-topic`, text: '🚨 Notfall Wasser, 7K2M9QX4TD' });
  expect(asked).toHaveLength(1);
  expect(asked[0]).toMatchObject({
    method: 'POST',
    url: '/muster-topic',
    body: '🚨 Notfall Wasser, 7K2M9QX4TD',
  });
  expect(asked[0]?.headers.priority).toBe('max');
});

test('a server that does not take it, or leads elsewhere, has not rung', async () => {
  for (const status of [429, 500, 302]) {
    const { address } = await serverThatSays(status);
    await expect(pushByNtfy({ to: `${address}/muster-topic`, text: 'x' })).rejects.toThrow();
  }
});
