/** Who we are to push servers (RFC 8292): a key pair that follows from a secret, and a token that it signs. */
import { createECDH, createPrivateKey, hkdfSync, sign } from 'node:crypto';

interface VapidKeys {
  /** Uncompressed, base64url: what browsers subscribe with. */
  readonly publicKey: string;
  readonly privateKey: Buffer;
}

/** Servers refuse more than a day. */
const holdsSeconds = 12 * 3600;

/** The same secret gives the same keys: so they need no place of their own. */
export function vapidKeys(secret: string): VapidKeys {
  for (let round = 0; ; round++) {
    const info = `nachfass web push ${round}`;
    const privateKey = Buffer.from(hkdfSync('sha256', secret, '', info, 32));
    const curve = createECDH('prime256v1');
    try {
      curve.setPrivateKey(privateKey);
    } catch {
      // One of 2^32 is no key of the curve.
      continue;
    }
    return { publicKey: curve.getPublicKey().toString('base64url'), privateKey };
  }
}

/**
 * The value of the `authorization` header for a push server.
 * @param about.contact an address that its operator may write to: `mailto:…`.
 */
export function authorize(about: {
  readonly secret: string;
  readonly endpoint: string;
  readonly contact: string;
  readonly nowMs: number;
}): string {
  const { publicKey, privateKey } = vapidKeys(about.secret);
  const point = Buffer.from(publicKey, 'base64url');
  const key = createPrivateKey({
    format: 'jwk',
    key: {
      kty: 'EC',
      crv: 'P-256',
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
      d: privateKey.toString('base64url'),
    },
  });
  const claims = {
    aud: new URL(about.endpoint).origin,
    exp: Math.floor(about.nowMs / 1000) + holdsSeconds,
    sub: about.contact,
  };
  const signed = [{ typ: 'JWT', alg: 'ES256' }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  const signature = sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' });
  return `vapid t=${signed}.${signature.toString('base64url')}, k=${publicKey}`;
}
