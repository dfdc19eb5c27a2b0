import { expect, onTestFinished, test, vi } from 'vitest';
import { textBySns } from '../../../adapters/sns/sns-sms.ts';
import { aServer } from '../../support/a-server.ts';

async function snsThatSays(status: number) {
  const server = await aServer(status);
  for (const [name, value] of Object.entries({
    AWS_ENDPOINT_URL_SNS: server.address,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  }))
    vi.stubEnv(name, value);
  onTestFinished(() => {
    vi.unstubAllEnvs();
    server.close();
  });
  return server;
}

test('a text message is one signed call to SNS', async () => {
  const { asked } = await snsThatSays(200);
  await textBySns({ to: '+491711234560', text: '🚨 Notfall Gas, 7K2M9QX4TD' });
  expect(asked).toHaveLength(1);
  expect(asked[0]?.headers.authorization).toMatch(/^AWS4-HMAC-SHA256 .*\/eu-central-1\/sns\/aws4_request/);
  expect(Object.fromEntries(new URLSearchParams(asked[0]?.body))).toMatchObject({
    Action: 'Publish',
    PhoneNumber: '+491711234560',
    Message: '🚨 Notfall Gas, 7K2M9QX4TD',
  });
});

test('what SNS refuses has not rung', async () => {
  await snsThatSays(403);
  await expect(textBySns({ to: '+491711234560', text: 'x' })).rejects.toThrow('SNS answers 403');
});
