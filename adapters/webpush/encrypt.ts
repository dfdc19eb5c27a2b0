/** Encrypts a message for one browser (RFC 8291, RFC 8188): the server that hands it on reads nothing. */
import { createCipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';

/** What a browser says when it is subscribed; both base64url. */
export interface BrowserKeys {
  /** Its public key on P-256, uncompressed. */
  readonly p256dh: string;
  /** 16 bytes that only it and we know. */
  readonly auth: string;
}

const recordSize = 4096;

/**
 * @param chosen of a test; default: new ones for each message.
 * @returns the body, for `content-encoding: aes128gcm`.
 * @throws Error the keys are none of a browser.
 */
export function encrypt(
  text: string,
  { p256dh, auth }: BrowserKeys,
  chosen: { readonly salt?: Buffer; readonly privateKey?: Buffer } = {},
): Buffer {
  const own = createECDH('prime256v1');
  if (chosen.privateKey) own.setPrivateKey(chosen.privateKey);
  else own.generateKeys();
  const ownPublic = own.getPublicKey();
  const browserPublic = Buffer.from(p256dh, 'base64url');
  const shared = own.computeSecret(browserPublic);
  const salt = chosen.salt ?? randomBytes(16);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), browserPublic, ownPublic]);
  const ikm = derive(shared, Buffer.from(auth, 'base64url'), info, 32);
  const key = derive(ikm, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = derive(ikm, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
  const cipher = createCipheriv('aes-128-gcm', key, nonce);
  // The last record, and the only one, ends with 2.
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.update(Buffer.of(2)), cipher.final()]);
  const header = Buffer.alloc(21);
  salt.copy(header);
  header.writeUInt32BE(recordSize, 16);
  header.writeUInt8(ownPublic.length, 20);
  return Buffer.concat([header, ownPublic, sealed, cipher.getAuthTag()]);
}

const derive = (secret: Buffer, salt: Buffer, info: Buffer, length: number): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, info, length));
