import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hmacLinks, type LinkKey } from '../../../adapters/crypto/hmac-links.ts';
import { actionKeys } from '../../../domain/lead/action.ts';
import type { LinkClaims } from '../../../domain/ports/signed-links.ts';

const baseUrl = 'https://nachfass.example';
const now = '2026-11-23T08:00:00.000Z';
const firstKey: LinkKey = { id: '1', secret: 'a-secret-of-the-year-2026-0123456789' };
const secondKey: LinkKey = { id: '2', secret: 'a-secret-of-the-year-2027-0123456789' };
const links = hmacLinks({ baseUrl, keys: { current: firstKey } });

const claims: LinkClaims = {
  leadId: '7K2M9QX4TD',
  generation: 3,
  action: 'not-reached',
  expiresAt: '2026-12-23T08:00:00.123Z',
};
const tokenOf = (url: string) => url.slice(`${baseUrl}/a/`.length);
const token = tokenOf(links.sign(claims));

const anyClaims = fc.record(
  {
    leadId: fc.stringMatching(/^[0-9A-HJKMNP-TV-Z]{10}$/),
    generation: fc.integer({ min: 1, max: 100_000 }),
    action: fc.constantFrom(...actionKeys),
    expiresAt: fc
      .date({ min: new Date('2026-11-24'), max: new Date('2999-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString()),
  },
  { requiredKeys: ['action', 'expiresAt'] },
);

describe('a signed link', () => {
  test('says what it allows', () => {
    expect(links.sign(claims)).toMatch(/^https:\/\/nachfass\.example\/a\//);
    expect(links.read(token, now)).toEqual(claims);
  });

  test('need not be about one lead', () => {
    const aboutNobody = { action: 'capture-call', expiresAt: claims.expiresAt };
    expect(links.read(tokenOf(links.sign(aboutNobody)), now)).toEqual(aboutNobody);
  });

  test('carries any claims there and back, short and safe in an address', () => {
    fc.assert(
      fc.property(anyClaims, (one) => {
        const signed = tokenOf(links.sign(one));
        expect(links.read(signed, now)).toEqual(one);
        expect(signed.length).toBeLessThan(120);
        expect(signed).toMatch(/^[A-Za-z0-9._-]+[A-Za-z0-9]$/);
        expect(new URL(`${baseUrl}/a/${signed}`).pathname).toBe(`/a/${signed}`);
      }),
    );
  });

  test('holds until the moment it expires', () => {
    expect(links.read(token, '2026-12-23T08:00:00.122Z')).toEqual(claims);
    expect(links.read(token, '2026-12-23T08:00:00.123Z')).toBeUndefined();
    expect(links.read(token, '2027-12-23T08:00:00.000Z')).toBeUndefined();
  });

  test.each<LinkClaims>([
    { action: '', expiresAt: now },
    { action: 'win.7K2M9QX4TD', expiresAt: now },
    { action: 'win', leadId: 'A.1', expiresAt: now },
    { action: 'win', generation: -1, expiresAt: now },
    { action: 'win', generation: 1.5, expiresAt: now },
    { action: 'win', expiresAt: 'tomorrow' },
  ])('is not made of what it cannot say: %o', (unwritable) => {
    expect(() => links.sign(unwritable)).toThrow('cannot be written');
  });
});

describe('a link that was tampered with', () => {
  const characters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/~%'];

  test('is worth nothing, whichever character is another', () => {
    for (let position = 0; position < token.length; position++) {
      for (const character of characters) {
        if (character === token[position]) continue;
        const changed = token.slice(0, position) + character + token.slice(position + 1);
        expect(links.read(changed, now), changed).toBeUndefined();
      }
    }
  });

  test('is worth nothing with a character more or less', () => {
    for (let position = 0; position <= token.length; position++) {
      expect(links.read(token.slice(0, position) + token.slice(position + 1), `${now}`)).toEqual(
        position === token.length ? claims : undefined,
      );
      for (const character of characters) {
        expect(links.read(token.slice(0, position) + character + token.slice(position), now)).toBeUndefined();
      }
    }
  });

  test('is worth nothing with the signature of another one', () => {
    const other = tokenOf(links.sign({ ...claims, action: 'win' }));
    const [mac] = token.split('.');
    const [, ...payload] = other.split('.');
    expect(links.read([mac, ...payload].join('.'), now)).toBeUndefined();
  });

  test('is worth nothing, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (text) => {
        expect(links.read(text, now)).toBeUndefined();
        expect(links.read(`${token}${text}`, now)).toEqual(text === '' ? claims : undefined);
      }),
    );
  });

  test.each(['', '.', '....', '.1.win...0', 'a.1.win...0'])('is worth nothing: "%s"', (text) => {
    expect(links.read(text, now)).toBeUndefined();
  });
});

describe('the keys of links', () => {
  test('a link outlives its key as long as that is kept', () => {
    const rotated = hmacLinks({ baseUrl, keys: { current: secondKey, previous: [firstKey] } });
    expect(rotated.read(token, now)).toEqual(claims);
    expect(tokenOf(rotated.sign(claims))).toContain('.2.');
    expect(hmacLinks({ baseUrl, keys: { current: secondKey } }).read(token, now)).toBeUndefined();
  });

  test('a key of the same name and other content reads nothing', () => {
    const forged = hmacLinks({ baseUrl, keys: { current: { ...secondKey, id: '1' } } });
    expect(forged.read(token, now)).toBeUndefined();
  });

  test('a link does not pass as one of another key', () => {
    const both = hmacLinks({ baseUrl, keys: { current: secondKey, previous: [firstKey] } });
    expect(both.read(token.replace('.1.', '.2.'), now)).toBeUndefined();
  });

  test('a key that is too short or cannot be named is refused', () => {
    const withKey = (key: LinkKey) => () => hmacLinks({ baseUrl, keys: { current: key } });
    expect(withKey({ id: '1', secret: 'short' })).toThrow('Link key 1 is too short');
    expect(withKey({ ...firstKey, id: 'a.b' })).toThrow('id of a link key');
    expect(withKey({ ...firstKey, id: '' })).toThrow('id of a link key');
  });
});
