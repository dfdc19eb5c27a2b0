import { createPublicKey, verify } from 'node:crypto';
import { describe, expect, onTestFinished, test } from 'vitest';
import { encrypt } from '../../../adapters/webpush/encrypt.ts';
import { pushToBrowser } from '../../../adapters/webpush/push-to-browser.ts';
import { vapidKeys } from '../../../adapters/webpush/vapid.ts';
import { PushGoneError } from '../../../domain/ports/errors.ts';
import { aBrowser } from '../../support/a-browser.ts';
import { aServer } from '../../support/a-server.ts';

const sender = {
  secret: 'a secret of sixty-four letters, or as many as there are',
  contact: 'mailto:info@muster-haustechnik.example',
  nowMs: Date.parse('2026-11-23T09:00:00.000Z'),
};

async function serverThatSays(status: number) {
  const server = await aServer(status);
  onTestFinished(server.close);
  return server;
}

test('a message is encrypted as the example of RFC 8291, appendix A', () => {
  const keys = {
    p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
    auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  };
  const chosen = {
    salt: Buffer.from('DGv6ra1nlYgDCS1FRnbzlw', 'base64url'),
    privateKey: Buffer.from('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw', 'base64url'),
  };
  expect(encrypt('When I grow up, I want to be a watermelon', keys, chosen).toString('base64url')).toBe(
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
  );
});

describe('a push to a browser', () => {
  test('is read by nobody but that browser', async () => {
    const { asked, address } = await serverThatSays(201);
    const { subscription, read } = aBrowser(`${address}/send/abc`);
    await pushToBrowser({ ...subscription, text: 'Notfall Wasser, 7K2M9QX4TD' }, sender);
    expect(asked[0]).toMatchObject({
      method: 'POST',
      url: '/send/abc',
      headers: { 'content-encoding': 'aes128gcm', urgency: 'high', ttl: '900' },
    });
    expect(asked[0]?.body).not.toContain('Wasser');
    expect(read(asked[0]?.bytes ?? Buffer.of())).toBe('Notfall Wasser, 7K2M9QX4TD');
  });

  test('says to its server who sends it, by the key that the browser subscribed with', async () => {
    const { asked, address } = await serverThatSays(201);
    await pushToBrowser({ ...aBrowser(`${address}/send/abc`).subscription, text: 'x' }, sender);
    const [, token = '', key] =
      /^vapid t=([^,]+), k=(\S+)$/.exec(asked[0]?.headers.authorization ?? '') ?? [];
    expect(key).toBe(vapidKeys(sender.secret).publicKey);
    const [head = '', claims = '', signature = ''] = token.split('.');
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toEqual({
      aud: address,
      exp: sender.nowMs / 1000 + 12 * 3600,
      sub: sender.contact,
    });
    const point = Buffer.from(key ?? '', 'base64url');
    const publicKey = createPublicKey({
      format: 'jwk',
      key: {
        kty: 'EC',
        crv: 'P-256',
        x: point.subarray(1, 33).toString('base64url'),
        y: point.subarray(33).toString('base64url'),
      },
    });
    const signed = Buffer.from(`${head}.${claims}`);
    const isGenuine = verify(
      'sha256',
      signed,
      { key: publicKey, dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64url'),
    );
    expect(isGenuine).toBe(true);
  });

  test.each([404, 410])('that is answered with %i has nobody to reach any more', async (status) => {
    const { address } = await serverThatSays(status);
    const { subscription } = aBrowser(address);
    await expect(pushToBrowser({ ...subscription, text: 'x' }, sender)).rejects.toThrow(PushGoneError);
  });

  test.each([302, 403, 429, 500])(
    'that is answered with %i has not rung, and may ring later',
    async (status) => {
      const { address } = await serverThatSays(status);
      const failed = await pushToBrowser({ ...aBrowser(address).subscription, text: 'x' }, sender).catch(
        (error: unknown) => error,
      );
      expect(failed).toBeInstanceOf(Error);
      expect(failed).not.toBeInstanceOf(PushGoneError);
    },
  );
});

test('the keys towards push servers are the same for the same secret, and others for another', () => {
  expect(vapidKeys('one')).toEqual(vapidKeys('one'));
  expect(vapidKeys('one').publicKey).not.toBe(vapidKeys('two').publicKey);
  expect(vapidKeys('one').publicKey).toMatch(/^B[\w-]{86}$/);
});
