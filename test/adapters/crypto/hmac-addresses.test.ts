import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hmacAddresses } from '../../../adapters/crypto/hmac-addresses.ts';

const first = { id: '1', secret: 'the first secret for tests, long enough' };
const second = { id: '2', secret: 'the second secret for tests, long enough' };
const base = 'Anfrage@mail.muster.example';
const addresses = hmacAddresses({ base, keys: { current: first } });

const ids = fc.string({
  unit: fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'),
  minLength: 10,
  maxLength: 10,
});

describe('signed addresses', () => {
  test('say what they are about, in any case of letters', () => {
    fc.assert(
      fc.property(ids, (id) => {
        const address = addresses.sign(id);
        for (const written of [address, address.toUpperCase(), ` ${address} `]) {
          expect(addresses.read(written)).toEqual({ about: id });
        }
      }),
    );
  });

  test('may be about a digest', () => {
    expect(addresses.read(addresses.sign('digest-2026-11-24'))).toEqual({ about: 'digest-2026-11-24' });
  });

  test('are addresses that every server takes', () => {
    const longest = hmacAddresses({
      base: `${'a'.repeat(29)}@mail.muster.example`,
      keys: { current: first },
    });
    const [local = ''] = longest.sign('digest-2026-11-24').split('@');
    expect(local.length).toBeLessThanOrEqual(64);
    expect(local).toMatch(/^[a-z0-9+.-]+$/);
  });

  test('of another key are forged, of an earlier one they hold', () => {
    const renewed = hmacAddresses({ base, keys: { current: second, previous: [first] } });
    expect(renewed.read(addresses.sign('7K2M9QX4TD'))).toEqual({ about: '7K2M9QX4TD' });
    expect(addresses.read(renewed.sign('7K2M9QX4TD'))).toBe('forged');
  });

  test('of one lead are not those of another', () => {
    const mac = addresses.sign('7K2M9QX4TD').replace(/^.*\./, '.').replace(/@.*$/, '');
    expect(addresses.read(`anfrage+7k2m9qx4te${mac.split('@')[0]}@mail.muster.example`)).toBe('forged');
  });

  test.each([
    ['anfrage@mail.muster.example', undefined],
    ['someone+7k2m9qx4td.abc@mail.muster.example', undefined],
    ['anfrage+7k2m9qx4td.abc@elsewhere.example', undefined],
    ['anfrage+7k2m9qx4td.abc@mail.muster.example.evil.example', undefined],
    ['anfrage+7k2m9qx4td@mail.muster.example', 'forged'],
    ['anfrage+7k2m9qx4td.@mail.muster.example', 'forged'],
    ['anfrage+werbung@mail.muster.example', undefined],
    ['anfrage+digest-2026-11-24.x@mail.muster.example', 'forged'],
    ['', undefined],
  ])('%j is %j', (address, read) => {
    expect(addresses.read(address)).toBe(read);
  });

  test('no made-up address is genuine, and none breaks anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(addresses.read(`anfrage+${text}@mail.muster.example`)).not.toBeTypeOf('object');
      }),
    );
  });

  test('are about nothing else', () => {
    expect(() => addresses.sign('anything')).toThrow();
  });
});
