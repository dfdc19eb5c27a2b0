import { describe, expect, test } from 'vitest';
import { webauthnPasskeys } from '../../../adapters/webauthn/passkey-reader.ts';
import { aPasskey } from '../../support/a-passkey.ts';

const origin = 'https://anfrage.muster.example';
const challenge = Buffer.from('thirty-two bytes that nobody knew').toString('base64url');
const ceremony = { origin, isOurs: async (text: string) => text === challenge };
const asked = { challenge, origin };
const reader = webauthnPasskeys();

/** A key that was added, and its device. */
async function added(counts = false) {
  const device = aPasskey(counts);
  const passkey = await reader.readNew(device.create(asked), ceremony);
  if (!passkey) throw new Error('The key was not read');
  return { device, passkey };
}

test('a new passkey is read with what finds it again', async () => {
  const { device, passkey } = await added();
  expect(passkey).toMatchObject({ id: device.id, counter: 0, transports: ['internal'] });
  expect(passkey.publicKey).toMatch(/^[\w-]{90,}$/);
});

test('who holds the key is known by what he signs', async () => {
  const { device, passkey } = await added();
  const response = device.get(asked);
  expect(reader.claimedId(response)).toBe(passkey.id);
  expect(await reader.readUse(response, passkey, ceremony)).toEqual({ counter: 0 });
});

test('a key that counts says how often it was used, and an older count proves nothing', async () => {
  const { device, passkey } = await added(true);
  const response = device.get(asked);
  expect(await reader.readUse(response, passkey, ceremony)).toEqual({ counter: 2 });
  expect(await reader.readUse(response, { ...passkey, counter: 2 }, ceremony)).toBeUndefined();
});

describe('nothing is proven by', () => {
  test.each([
    ['another challenge', { challenge: 'b3RoZXI' }],
    ['a page of somebody else', { origin: 'https://anfrage.muster.example.evil.example' }],
    ['a key of another site', { rpId: 'evil.example' }],
    ['a device whose holder showed neither finger nor face', { verified: false }],
  ])('%s', async (_, differing) => {
    const { device, passkey } = await added();
    expect(await reader.readUse(device.get({ ...asked, ...differing }), passkey, ceremony)).toBeUndefined();
    expect(await reader.readNew(aPasskey().create({ ...asked, ...differing }), ceremony)).toBeUndefined();
  });

  test('the signature of another key', async () => {
    const { passkey } = await added();
    const stranger = JSON.parse(aPasskey().get(asked));
    const response = JSON.stringify({ ...stranger, id: passkey.id, rawId: passkey.id });
    expect(await reader.readUse(response, passkey, ceremony)).toBeUndefined();
  });

  test('what was made to add a key, used to get in, and the other way round', async () => {
    const { device, passkey } = await added();
    expect(await reader.readUse(device.create(asked), passkey, ceremony)).toBeUndefined();
    expect(await reader.readNew(device.get(asked), ceremony)).toBeUndefined();
  });

  test.each(['', '{}', 'null', '[]', 'no JSON', '{"id":1}', `{"id":"${'a'.repeat(30_000)}"}`])(
    'what is no passkey: %.20s',
    async (text) => {
      const { passkey } = await added();
      expect(reader.claimedId(text)).toBeUndefined();
      expect(await reader.readNew(text, ceremony)).toBeUndefined();
      expect(await reader.readUse(text, passkey, ceremony)).toBeUndefined();
    },
  );
});
