import { expect, test } from 'vitest';
import { mailOutcomes } from '../../domain/inbound/incoming-mail.ts';
import { hostileMail, hostileShapes, hostileStructures, hostileTexts } from '../support/hostile-mails.ts';
import { hostileSenders, receiveHostile } from '../support/receive-hostile.ts';

/** The longest a mail may keep the processor busy, in milliseconds: what else the machine does does not count. */
const maxCpuMs = 2_000;
const megabyte = 1024 * 1024;

test('whatever a stranger sends, a megabyte of it is read in time', async () => {
  for (const shape of Object.keys(hostileShapes)) {
    const { outcome, cpuMs } = await receiveHostile((route) => hostileMail(shape, megabyte, route));
    expect(cpuMs, shape).toBeLessThan(maxCpuMs);
    expect(mailOutcomes, shape).toContain(outcome);
  }
}, 120_000);

const others = Object.keys(hostileSenders).filter((sender) => sender !== 'a stranger');

test.each(others)(
  'and whatever comes from %s: the rules for it read the text',
  async (sender) => {
    for (const shape of hostileTexts) {
      const { cpuMs } = await receiveHostile((route) => hostileMail(shape, megabyte, route), sender);
      expect(cpuMs, shape).toBeLessThan(maxCpuMs);
    }
  },
  120_000,
);

test('the largest mail that comes in is read in time, whatever its parts are', async () => {
  for (const shape of hostileStructures) {
    const { cpuMs } = await receiveHostile((route) => hostileMail(shape, 39 * megabyte, route));
    expect(cpuMs, shape).toBeLessThan(maxCpuMs);
  }
}, 300_000);
