import {
  GetSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, test } from 'vitest';
import { hmacLinks } from '../../../adapters/crypto/hmac-links.ts';
import { loadLinkKeys } from '../../../adapters/secretsmanager/link-keys.ts';

const secretArn = 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:links';
const [key, olderKey] = ['k'.repeat(32), 'o'.repeat(32)];
const secret = JSON.stringify({ keyId: '2', key, previous: { '1': olderKey } });
const keys = { current: { id: '2', secret: key }, previous: [{ id: '1', secret: olderKey }] };

function secretHolding(text?: string) {
  const client = new SecretsManagerClient({ region: 'eu-central-1' });
  const secrets = mockClient(client);
  secrets
    .on(GetSecretValueCommand, { SecretId: secretArn })
    .resolves(text === undefined ? {} : { SecretString: text });
  return { client, secrets };
}

describe('the keys of signed links', () => {
  test('are read from their secret, with the ones before', async () => {
    const { client } = secretHolding(secret);
    expect(await loadLinkKeys({ client, secretArn })).toEqual(keys);
    expect(() => hmacLinks({ baseUrl: 'https://nachfass.example', keys })).not.toThrow();
  });

  test('need no ones before', async () => {
    const { client } = secretHolding(JSON.stringify({ keyId: '1', key }));
    expect(await loadLinkKeys({ client, secretArn })).toEqual({
      current: { id: '1', secret: key },
      previous: [],
    });
  });

  test('are asked for once in five minutes', async () => {
    const { client, secrets } = secretHolding(secret);
    let nowMillis = 1_000_000;
    const load = () => loadLinkKeys({ client, secretArn, nowMillis: () => nowMillis });
    await Promise.all([load(), load()]);
    nowMillis += 299_999;
    await load();
    expect(secrets.calls()).toHaveLength(1);
    nowMillis += 1;
    secrets.on(GetSecretValueCommand).resolves({ SecretString: JSON.stringify({ keyId: '3', key }) });
    expect((await load()).current.id).toBe('3');
  });

  test('are asked for again after a failure', async () => {
    const { client, secrets } = secretHolding(secret);
    const missing = new ResourceNotFoundException({ message: 'not there', $metadata: {} });
    secrets.on(GetSecretValueCommand).rejectsOnce(missing).resolves({ SecretString: secret });
    await expect(loadLinkKeys({ client, secretArn })).rejects.toBe(missing);
    expect(await loadLinkKeys({ client, secretArn })).toEqual(keys);
  });

  test.each([
    ['no text', undefined, 'secret: invalid_type'],
    ['not JSON', `{"key":"${key}"`, 'secret: invalid_type'],
    ['without a key id', JSON.stringify({ key }), 'keyId: invalid_type'],
    ['with a key that is no text', JSON.stringify({ keyId: '1', key: { a: key } }), 'key: invalid_type'],
  ])('that are %s are refused by name, without what they hold', async (_, text, fault) => {
    const { client } = secretHolding(text);
    const error = await loadLinkKeys({ client, secretArn }).catch((reason: unknown) => reason);
    expect((error as Error).message).toBe(`The secret of the signed links is not usable: ${fault}`);
  });
});
