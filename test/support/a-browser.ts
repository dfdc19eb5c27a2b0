/** A browser that is subscribed to push messages, and reads what it is sent (RFC 8291, as the receiver). */
import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';
import type { PushSubscription } from '../../domain/ports/push-subscriptions.ts';

export function aBrowser(endpoint = `https://push.example.org/${randomBytes(6).toString('hex')}`) {
  const curve = createECDH('prime256v1');
  curve.generateKeys();
  const auth = randomBytes(16);
  const p256dh = curve.getPublicKey();
  const subscription: PushSubscription = {
    endpoint,
    keys: { p256dh: p256dh.toString('base64url'), auth: auth.toString('base64url') },
  };
  return {
    subscription,
    read(body: Buffer): string {
      const salt = body.subarray(0, 16);
      const length = body.readUInt8(20);
      const sender = body.subarray(21, 21 + length);
      const sealed = body.subarray(21 + length);
      const derive = (secret: Buffer, from: Buffer, info: Buffer, size: number) =>
        Buffer.from(hkdfSync('sha256', secret, from, info, size));
      const info = Buffer.concat([Buffer.from('WebPush: info\0'), p256dh, sender]);
      const ikm = derive(curve.computeSecret(sender), auth, info, 32);
      const key = derive(ikm, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
      const nonce = derive(ikm, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
      const cipher = createDecipheriv('aes-128-gcm', key, nonce);
      cipher.setAuthTag(sealed.subarray(-16));
      const record = Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()]);
      return record.subarray(0, record.lastIndexOf(2)).toString();
    },
  };
}
