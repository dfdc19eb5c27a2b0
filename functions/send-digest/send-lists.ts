import { type SendChasesDeps, sendChases } from './send-chases.ts';
import { type DigestOutcome, type SendDigestDeps, sendDigest } from './send-digest.ts';

/**
 * Sends whichever list is due: the digest of the day, and what is due for somebody. That the one fails keeps the other from
 * nobody.
 * @param input.force the digest at once, also on a day without work.
 * @throws what the digest throws, else what the others do: the next call may try again.
 */
export async function sendLists(
  input: { readonly force?: boolean | undefined },
  deps: SendDigestDeps & SendChasesDeps,
): Promise<DigestOutcome> {
  const [digest, chases] = await Promise.allSettled([sendDigest(input, deps), sendChases(deps)]);
  if (digest.status === 'rejected') throw digest.reason;
  if (chases.status === 'rejected') throw chases.reason;
  return digest.value;
}
