import { describe, expect, test } from 'vitest';
import { leadNumber } from '../../contract/numbered-leads.ts';
import { crash, crashingClient, forgetfulClient, throttledClient } from '../../support/troubled-client.ts';
import {
  aTableForEachTest,
  capturedAt,
  database,
  deaths,
  itemsOf,
  on,
  store,
  submission,
} from './a-lead-table.ts';

aTableForEachTest();

describe('a capture that is killed', () => {
  test.each(deaths(3))('is completed by its repeat, as one lead: %o', async (death) => {
    const [first, repeat] = [leadNumber(1), leadNumber(2)];
    await expect(on(crashingClient(database.endpoint, death)).add(first, submission)).rejects.toBe(crash);
    const { leadId } = await store.add(repeat, submission);
    const [lead, ...others] = await itemsOf('LEAD#');
    expect(others).toEqual([]);
    expect(lead).toMatchObject({ id: leadId });
    expect(await store.load(leadId)).toMatchObject({ id: leadId, timeline: [{ id: leadId }] });
    expect(await store.add(leadNumber(3), submission)).toEqual({ leadId, created: false });
  });

  test.each(deaths(3))('is completed by the same content from elsewhere: %o', async (death) => {
    const crashing = on(crashingClient(database.endpoint, death));
    await expect(crashing.add(leadNumber(1), submission)).rejects.toBe(crash);
    const { leadId } = await store.add(leadNumber(2), { submissionId: 'form-2', contentHash: 'a' });
    expect(await store.add(leadNumber(3), submission)).toEqual({ leadId, created: false });
    expect(await itemsOf('LEAD#')).toHaveLength(1);
  });

  // Claims: the submission, the content; then the lead's absence is seen, its content read and the claim redirected.
  test.each(deaths(4))('while it found out that it repeats another lead: %o', async (death) => {
    await store.add(leadNumber(1), { submissionId: 'form-0', contentHash: 'a' });
    const crashing = on(crashingClient(database.endpoint, death));
    await crashing.add(leadNumber(2), submission).catch(() => {});
    const hoursLater = new Date(Date.parse(capturedAt) + 3 * 3_600_000).toISOString();
    const { leadId } = await store.add(leadNumber(3, { capturedAt: hoursLater }), submission);
    // A first try that left no trace is a new request by then.
    expect(leadId).toBe(death.afterCalls === 0 && !death.reached ? '0000000003' : '0000000001');
  });

  test('is stored under its first id when it comes again hours later', async () => {
    const death = { afterCalls: 1, reached: true };
    await expect(on(crashingClient(database.endpoint, death)).add(leadNumber(1), submission)).rejects.toBe(
      crash,
    );
    const hoursLater = new Date(Date.parse(capturedAt) + 3 * 3_600_000).toISOString();
    const repeat = leadNumber(2, { capturedAt: hoursLater });
    expect(await store.add(repeat, submission)).toEqual({ leadId: '0000000001', created: true });
  });
});

describe('an answer that got lost', () => {
  test('does not turn a new lead into a repeated one', async () => {
    const lead = leadNumber(1);
    expect(await on(forgetfulClient(database.endpoint)).add(lead, submission)).toEqual({
      leadId: lead.id,
      created: true,
    });
    expect(await store.load(lead.id)).toEqual(lead);
  });

  test('does not make a change look lost', async () => {
    const lead = leadNumber(1);
    await store.add(lead, submission);
    const saved = await on(forgetfulClient(database.endpoint)).save({ ...lead, valueCents: 100 });
    expect(saved.version).toBe(1);
    expect(await store.load(lead.id)).toEqual(saved);
  });
});

test('a write that is refused for another reason is neither a repeat nor a lost race', async () => {
  const lead = leadNumber(1);
  await store.add(lead, submission);
  const throttled = on(throttledClient(database.endpoint));
  await expect(throttled.add(lead, submission)).rejects.toThrow('Too fast');
  await expect(throttled.save(lead)).rejects.toThrow('Too fast');
});
