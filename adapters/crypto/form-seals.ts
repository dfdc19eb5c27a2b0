import { createHmac } from 'node:crypto';
import { createChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { FormSeals } from '../../domain/ports/form-seals.ts';
import type { LinkKeys } from './hmac-links.ts';
import { isSameText } from './same-text.ts';

/**
 * One PBKDF2 of 2,000 rounds takes a phone about 2 ms and its 128 expected tries a quarter of a second, while somebody types;
 * checking is a single one. Who wants to send a thousand pays some minutes of a processor, and gets a thousand answers of which
 * none goes to an address twice a day.
 */
const work = { algorithm: 'PBKDF2/SHA-256', cost: 2_000, keyLength: 32, keyPrefix: '00' } as const;

/**
 * 24 hours: who begins in the evening may send it in the morning, and nobody gathers a stock of solutions for weeks. What comes
 * later is as welcome, only the proof is too old. In milliseconds, because a calendar would make the form's function twice as
 * large.
 */
const proofHoldsMillis = 86_400_000;

/** A proof of ours has 700 characters. */
const maxProofLength = 4_000;

const renderedForm = /^([0-9a-z]{1,12})\.([A-Za-z0-9]{1,16})\.([A-Za-z0-9_-]{43})$/;

/**
 * Seals of our own form, signed with the keys of the links.
 *
 * `<milliseconds, base 36>.<key id>.<mac>` says when the form was rendered; the HMAC-SHA256 covers the form's id too, and the
 * challenge names it, so neither can be moved to another form. Each key signs with a key derived from it: no seal is a token
 * of a link, and no link a seal.
 * @param options.keys asked at each use: whoever gives them keeps them.
 */
export function hmacFormSeals(options: { readonly keys: () => Promise<LinkKeys> }): FormSeals {
  const secretOf = ({ secret }: { readonly secret: string }) =>
    createHmac('sha256', secret).update('own form').digest('base64url');
  const knownSecrets = async () => {
    const { current, previous = [] } = await options.keys();
    return [current, ...previous].map((key) => ({ id: key.id, secret: secretOf(key) }));
  };

  return {
    async seal(submissionId, at) {
      const { current } = await options.keys();
      const secret = secretOf(current);
      const stamp = Date.parse(at).toString(36);
      const challenge = await createChallenge({
        ...work,
        deriveKey,
        hmacSignatureSecret: secret,
        data: { form: submissionId, at: stamp, key: current.id },
      });
      const mac = computeMac(secret, submissionId, stamp, current.id);
      return { rendered: `${stamp}.${current.id}.${mac}`, challenge: JSON.stringify(challenge) };
    },

    async readRendered(submissionId, rendered) {
      const [, stamp = '', keyId = '', mac = ''] = renderedForm.exec(rendered) ?? [];
      const key = stamp === '' ? undefined : (await knownSecrets()).find(({ id }) => id === keyId);
      if (!key || !isSameText(mac, computeMac(key.secret, submissionId, stamp, keyId))) return undefined;
      return momentOf(stamp);
    },

    async readProof(submissionId, proof, now) {
      const { challenge, solution } = parseProof(proof) ?? {};
      const data = challenge?.parameters?.data;
      if (!challenge || !solution || data?.form !== submissionId) return undefined;
      const key = (await knownSecrets()).find(({ id }) => id === data.key);
      const at = momentOf(String(data.at));
      if (!key || at === undefined || Date.parse(at) + proofHoldsMillis < Date.parse(now)) return undefined;
      // What the parameters ask for is signed, so nobody makes the work lighter or ours heavier: checked before any work.
      const options = { challenge, solution, deriveKey, hmacSignatureSecret: key.secret };
      const { verified } = await verifySolution(options).catch(() => ({ verified: false }));
      return verified ? challenge.parameters.nonce : undefined;
    },
  };
}

function computeMac(secret: string, ...parts: readonly string[]): string {
  return createHmac('sha256', secret).update(parts.join('\n')).digest('base64url');
}

function momentOf(stamp: string): string | undefined {
  const date = new Date(Number.parseInt(stamp, 36));
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

interface Proof {
  readonly challenge: Parameters<typeof verifySolution>[0]['challenge'];
  readonly solution: Parameters<typeof verifySolution>[0]['solution'];
}

/** Whatever it is, checked no further: the signature says whether it is ours. */
function parseProof(text: string): Partial<Proof> | undefined {
  if (text.length > maxProofLength) return undefined;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, 'base64').toString());
    return typeof parsed === 'object' && parsed !== null ? parsed : undefined;
  } catch {
    return undefined;
  }
}
