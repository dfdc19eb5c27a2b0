import { beforeEach, describe, expect, test } from 'vitest';
import type { Passkey, Passkeys } from '../../domain/ports/passkeys.ts';
import { addMinutes } from '../../domain/time/local-time.ts';

const at = '2026-11-23T09:00:00.000Z';
const anna: Passkey = {
  id: 'key-of-anna',
  publicKey: 'cHVibGlj',
  counter: 0,
  email: 'anna@example.de',
  device: 'Safari auf iPhone',
  transports: ['internal', 'hybrid'],
  createdAt: at,
};
const later: Passkey = {
  ...anna,
  id: 'second-key',
  device: 'Chrome auf Android',
  createdAt: addMinutes(at, 5),
};
const bert: Passkey = { ...anna, id: 'key-of-bert', email: 'bert@example.de' };

/** What every store of passkeys does. */
export function passkeysContract(name: string, makePasskeys: () => Passkeys | Promise<Passkeys>): void {
  describe(`passkeys in ${name}`, () => {
    let passkeys: Passkeys;
    beforeEach(async () => {
      passkeys = await makePasskeys();
    });

    test('are found by their id and listed by their person, the newest first', async () => {
      for (const one of [anna, later, bert]) expect(await passkeys.add(one)).toBe(true);
      expect(await passkeys.find(later.id)).toMatchObject(later);
      expect((await passkeys.listOf('Anna@Example.de')).map(({ id }) => id)).toEqual([later.id, anna.id]);
      expect(await passkeys.find('no such key')).toBeUndefined();
    });

    test('stay whose they are, whoever adds them once more', async () => {
      await passkeys.add(anna);
      expect(await passkeys.add({ ...anna, email: bert.email })).toBe(false);
      expect(await passkeys.find(anna.id)).toMatchObject({ email: anna.email });
    });

    test('that count refuse a count that was there already: it comes from a copy', async () => {
      await passkeys.add({ ...anna, counter: 4 });
      expect(await passkeys.noteUse(anna.id, 5, addMinutes(at, 1))).toBe(true);
      expect(await passkeys.noteUse(anna.id, 5, addMinutes(at, 2))).toBe(false);
      expect(await passkeys.noteUse(anna.id, 0, addMinutes(at, 2))).toBe(false);
      expect(await passkeys.find(anna.id)).toMatchObject({ counter: 5, lastUsedAt: addMinutes(at, 1) });
    });

    test('that count nothing are used as often as one likes', async () => {
      await passkeys.add(anna);
      for (const minutes of [1, 2])
        expect(await passkeys.noteUse(anna.id, 0, addMinutes(at, minutes))).toBe(true);
    });

    test('are used by nobody once they are removed, and removed by nobody else', async () => {
      await passkeys.add(anna);
      await passkeys.remove(anna.id, bert.email);
      expect(await passkeys.find(anna.id)).toBeDefined();
      await passkeys.remove(anna.id, anna.email);
      expect(await passkeys.find(anna.id)).toBeUndefined();
      expect(await passkeys.noteUse(anna.id, 0, at)).toBe(false);
      expect(await passkeys.find(anna.id)).toBeUndefined();
    });

    test('take a challenge once, for what it was made', async () => {
      await passkeys.keepChallenge('abc', { purpose: 'add', email: anna.email }, at);
      const [one, other] = await Promise.all([
        passkeys.takeChallenge('abc', addMinutes(at, 4)),
        passkeys.takeChallenge('abc', addMinutes(at, 4)),
      ]);
      expect([one, other]).toContainEqual({ purpose: 'add', email: anna.email });
      expect([one, other]).toContain(undefined);
      expect(await passkeys.takeChallenge('abc', addMinutes(at, 4))).toBeUndefined();
    });

    test('take no challenge after five minutes, and none that nobody made', async () => {
      await passkeys.keepChallenge('abc', { purpose: 'login' }, at);
      expect(await passkeys.takeChallenge('abc', addMinutes(at, 5))).toBeUndefined();
      expect(await passkeys.takeChallenge('xyz', at)).toBeUndefined();
    });
  });
}
