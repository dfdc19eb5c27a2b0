import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { LinkKeys } from '../crypto/hmac-links.ts';
import { keptMillis, parseLinkSecret } from './link-secret.ts';

export function secretsClient(): SecretsManagerClient {
  return new SecretsManagerClient({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 2_000, throwOnRequestTimeout: true },
  });
}

interface Kept {
  readonly keys: Promise<LinkKeys>;
  readonly until: number;
}
const kept = new WeakMap<SecretsManagerClient, Map<string, Kept>>();

/**
 * The keys of signed links, from their secret; asked for again with the same client within 5 minutes, the same ones.
 * @throws Error the secret cannot be read or is not what it should be. A failure is not kept.
 */
export function loadLinkKeys(options: {
  readonly client: SecretsManagerClient;
  readonly secretArn: string;
  readonly nowMillis?: () => number;
}): Promise<LinkKeys> {
  const { client, secretArn, nowMillis = Date.now } = options;
  const ofClient = kept.get(client) ?? new Map<string, Kept>();
  kept.set(client, ofClient);
  const known = ofClient.get(secretArn);
  if (known && nowMillis() < known.until) return known.keys;

  const keys = readKeys(client, secretArn);
  ofClient.set(secretArn, { keys, until: nowMillis() + keptMillis });
  keys.catch(() => ofClient.delete(secretArn));
  return keys;
}

async function readKeys(client: SecretsManagerClient, secretArn: string): Promise<LinkKeys> {
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secretArn }));
  return parseLinkSecret(SecretString);
}
