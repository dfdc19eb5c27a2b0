import { callAws } from '../aws/signed-call.ts';
import type { LinkKeys } from '../crypto/hmac-links.ts';
import { keptMillis, parseLinkSecret } from './link-secret.ts';

/**
 * The keys of signed links, read without a client of the SDK: for a function that needs no other secret.
 * @returns asks for the keys; within 5 minutes the same ones are given again. It throws an Error where the secret cannot be
 * read, and a failure is not kept.
 */
export function signedLinkKeys(options: {
  readonly secretArn: string;
  readonly nowMillis?: () => number;
  /** Absent: the environment of the process. */
  readonly surroundings?: Readonly<Record<string, string>>;
}): () => Promise<LinkKeys> {
  const { secretArn, nowMillis = Date.now, surroundings } = options;
  let kept: { readonly keys: Promise<LinkKeys>; readonly until: number } | undefined;

  return () => {
    if (kept && nowMillis() < kept.until) return kept.keys;
    const keys = readKeys(secretArn, surroundings);
    const own = { keys, until: nowMillis() + keptMillis };
    kept = own;
    keys.catch(() => {
      if (kept === own) kept = undefined;
    });
    return keys;
  };
}

async function readKeys(
  secretArn: string,
  surroundings: Readonly<Record<string, string>> | undefined,
): Promise<LinkKeys> {
  const answer = await callAws(
    {
      service: 'secretsmanager',
      method: 'POST',
      path: '/',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'secretsmanager.GetSecretValue',
      },
      body: JSON.stringify({ SecretId: secretArn }),
    },
    surroundings,
  );
  // What it says of a refusal is left out: nothing of this answer may reach a log.
  if (answer.status !== 200) throw new Error(`Secrets Manager answers ${answer.status}`);
  const { SecretString } = JSON.parse(answer.body.toString()) as { SecretString?: string };
  return parseLinkSecret(SecretString);
}
