import { beforeEach, describe, expect, test } from 'vitest';
import type { WaitingAlerts } from '../../domain/ports/waiting-alerts.ts';
import { addMinutes } from '../../domain/time/local-time.ts';

const at = '2026-11-23T08:00:00.000Z';
const first = { leadId: 'lead-1', what: 'first', at } as const;

/** What every list of alerts that wait does. */
export function waitingAlertsContract(
  name: string,
  makeAlerts: () => WaitingAlerts | Promise<WaitingAlerts>,
): void {
  describe(`alerts that wait in ${name}`, () => {
    let alerts: WaitingAlerts;
    beforeEach(async () => {
      alerts = await makeAlerts();
    });

    test('are told oldest first, each once', async () => {
      const later = { leadId: 'lead-0', what: 'first', at: addMinutes(at, 5) } as const;
      for (const alert of [later, first, first]) await alerts.add(alert);
      expect(await alerts.list()).toEqual([first, later]);
    });

    test('are forgotten when they were told, and no other with them', async () => {
      const again = { leadId: 'lead-1', what: 'again', at } as const;
      for (const alert of [first, again]) await alerts.add(alert);
      await alerts.remove([first]);
      expect(await alerts.list()).toEqual([again]);
      await alerts.remove([first, again]);
      expect(await alerts.list()).toEqual([]);
    });

    test('what comes while they are told is told the next time', async () => {
      await alerts.add(first);
      const told = await alerts.list();
      const next = { ...first, at: addMinutes(at, 1) };
      await alerts.add(next);
      await alerts.remove(told);
      expect(await alerts.list()).toEqual([next]);
    });
  });
}
