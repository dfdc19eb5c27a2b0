import { beforeEach, describe, expect, test } from 'vitest';
import type { HeldDeliveries, HeldDelivery } from '../../domain/ports/held-deliveries.ts';
import { addMinutes } from '../../domain/time/local-time.ts';
import { aDelivery } from '../support/a-raw-mail.ts';

const at = '2026-11-23T08:00:00.000Z';
const held = (id: string, receivedAt = at, more: Partial<HeldDelivery> = {}): HeldDelivery => ({
  delivery: aDelivery(id, { receivedAt, envelopeFrom: 'chef@muster.example' }),
  about: '7K2M9QX4TD',
  since: receivedAt,
  triedAt: receivedAt,
  ...more,
});

/** What every keeper of mails that wait does. */
export function heldDeliveriesContract(
  name: string,
  makeStore: () => HeldDeliveries | Promise<HeldDeliveries>,
): void {
  describe(`mails that wait for our sender in ${name}`, () => {
    let store: HeldDeliveries;
    beforeEach(async () => {
      store = await makeStore();
    });

    test('are listed in the order they came in, each once and whole', async () => {
      const [first, second] = [held('b'), held('a', addMinutes(at, 5))];
      for (const one of [second, first, first]) await store.hold(one);
      expect(await store.list()).toEqual([first, second]);
    });

    test('are forgotten when they are received, and no other with them', async () => {
      await store.hold(held('a'));
      await store.hold(held('b'));
      await store.remove('a');
      await store.remove('a');
      expect((await store.list()).map(({ delivery }) => delivery.id)).toEqual(['b']);
    });

    test('are marked while the queue has them, and not any more once they were tried in vain', async () => {
      await store.hold(held('a'));
      const [listed = held('')] = await store.list();
      await store.markQueued(listed, addMinutes(at, 15));
      expect(await store.list()).toEqual([{ ...listed, queuedAt: addMinutes(at, 15) }]);
      const again = { ...listed, triedAt: addMinutes(at, 16) };
      await store.hold(again);
      // Whoever listed it before that is too late.
      await store.markQueued(listed, addMinutes(at, 17));
      expect(await store.list()).toEqual([again]);
    });

    test('are left to the queue only while it has them: who is late does not forget what waits anew', async () => {
      await store.hold(held('a'));
      const [listed = held('')] = await store.list();
      await store.leaveToQueue('a');
      expect(await store.list()).toEqual([listed]);
      await store.markQueued(listed, addMinutes(at, 15));
      await store.leaveToQueue('a');
      await store.leaveToQueue('a');
      expect(await store.list()).toEqual([]);
    });

    test('marking one that was received meanwhile brings it not back', async () => {
      await store.hold(held('a'));
      const [listed = held('')] = await store.list();
      await store.remove('a');
      await store.markQueued(listed, addMinutes(at, 15));
      expect(await store.list()).toEqual([]);
    });
  });
}
