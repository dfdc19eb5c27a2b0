/** A device with a passkey, as a browser speaks for it: ES256, no attestation. */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

interface Asked {
  readonly challenge: string;
  readonly origin: string;
  /** Whether its holder showed his finger or his face. */
  readonly verified?: boolean;
  /** Where the browser is, if it is not on our pages. */
  readonly rpId?: string;
}

const base64url = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64url');
const sha256 = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest();
const count = (number: number, bytes: number): Buffer => {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntBE(number, 0, bytes);
  return buffer;
};

/** CBOR of what a passkey is made of: whole numbers, texts, bytes and maps, each shorter than 64 KB. */
function cbor(value: number | string | Uint8Array | ReadonlyMap<number | string, unknown>): Buffer {
  const head = (major: number, size: number): Buffer => {
    if (size < 24) return Buffer.from([(major << 5) | size]);
    return size < 256
      ? Buffer.from([(major << 5) | 24, size])
      : Buffer.concat([Buffer.from([(major << 5) | 25]), count(size, 2)]);
  };
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string')
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value]);
  const pairs = [...value].flatMap(([key, one]) => [cbor(key), cbor(one as string)]);
  return Buffer.concat([head(5, value.size), ...pairs]);
}

const userPresent = 0x01;
const userVerified = 0x04;
const withKey = 0x40;

/** @param counts whether it counts how often it was used; most do not. */
export function aPasskey(counts = false) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const credentialId = randomBytes(16);
  const id = base64url(credentialId);
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  let used = 0;

  const clientData = (type: string, { challenge, origin }: Asked): Buffer =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));

  function authenticatorData(
    { origin, verified = true, rpId }: Asked,
    flags: number,
    more: Uint8Array,
  ): Buffer {
    if (counts) used++;
    const all = flags | userPresent | (verified ? userVerified : 0);
    const party = sha256(rpId ?? new URL(origin).hostname);
    return Buffer.concat([party, Buffer.from([all]), count(used, 4), more]);
  }

  return {
    id,
    /** What a browser sends after `navigator.credentials.create`. */
    create(asked: Asked): string {
      const key = cbor(
        new Map<number, unknown>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, Buffer.from(x, 'base64url')],
          [-3, Buffer.from(y, 'base64url')],
        ]),
      );
      const attested = Buffer.concat([Buffer.alloc(16), count(credentialId.length, 2), credentialId, key]);
      const attestationObject = cbor(
        new Map<string, unknown>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', authenticatorData(asked, withKey, attested)],
        ]),
      );
      return JSON.stringify({
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: base64url(clientData('webauthn.create', asked)),
          attestationObject: base64url(attestationObject),
          transports: ['internal'],
        },
      });
    },
    /** What a browser sends after `navigator.credentials.get`. */
    get(asked: Asked): string {
      const data = authenticatorData(asked, 0, new Uint8Array());
      const client = clientData('webauthn.get', asked);
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey);
      return JSON.stringify({
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: base64url(client),
          authenticatorData: base64url(data),
          signature: base64url(signature),
          userHandle: base64url('somebody'),
        },
      });
    },
  };
}
