import { expect, test } from 'vitest';
import { mailOutcomes } from '../../domain/inbound/incoming-mail.ts';
import { hostileMail, hostileShapes } from '../support/hostile-mails.ts';
import { hostileSenders, receiveHostile } from '../support/receive-hostile.ts';

/** The longest a mail may keep the processor busy, in milliseconds: what else the machine does does not count. */
const maxCpuMs = 2_000;
const megabyte = 1024 * 1024;

test.each(Object.keys(hostileSenders))(
  'whatever %s sends, a megabyte of it is read in time',
  async (sender) => {
    for (const shape of Object.keys(hostileShapes)) {
      const { outcome, cpuMs } = await receiveHostile((route) => hostileMail(shape, megabyte, route), sender);
      expect(cpuMs, shape).toBeLessThan(maxCpuMs);
      expect(mailOutcomes, shape).toContain(outcome);
    }
  },
  120_000,
);

test('the largest mail that comes in is read in time, whatever it is made of', async () => {
  for (const shape of Object.keys(hostileShapes)) {
    const { cpuMs } = await receiveHostile((route) => hostileMail(shape, 39 * megabyte, route));
    expect(cpuMs, shape).toBeLessThan(maxCpuMs);
  }
}, 300_000);
