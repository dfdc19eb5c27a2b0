import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import type { LinkKeys } from '../crypto/hmac-links.ts';

/** A new key counts after this time at the latest. */
const keptMillis = 5 * 60_000;

/** `{"keyId":"2","key":"...","previous":{"1":"..."}}` */
const secretSchema = z.object({
  keyId: z.string(),
  key: z.string(),
  previous: z.record(z.string(), z.string()).default({}),
});

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
  const parsed = secretSchema.safeParse(parseJson(SecretString));
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'secret'}: ${issue.code}`);
    throw new Error(`The secret of the signed links is not usable: ${faults.join(', ')}`);
  }
  const { keyId, key, previous } = parsed.data;
  return {
    current: { id: keyId, secret: key },
    previous: Object.entries(previous).map(([id, secret]) => ({ id, secret })),
  };
}

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
