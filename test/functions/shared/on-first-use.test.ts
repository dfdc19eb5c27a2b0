import { expect, test } from 'vitest';
import type { Workflow } from '../../../domain/ports/workflow.ts';
import { onFirstUse } from '../../../functions/shared/on-first-use.ts';

/** A workflow that counts how often it is loaded, and notes what it is told. */
function aWorkflow({ failures = 0 } = {}) {
  const seen = { loads: 0, calls: [] as string[] };
  const note = (verb: string) => async (leadId: string, generation: number) => {
    seen.calls.push(`${verb} ${leadId} ${generation}`);
  };
  const workflow = onFirstUse<Workflow>(async () => {
    seen.loads += 1;
    if (seen.loads <= failures) throw new Error('not there');
    return { begin: note('begin'), end: note('end') };
  });
  return { seen, workflow };
}

test('nothing is loaded before it is used', () => {
  expect(aWorkflow().seen.loads).toBe(0);
});

test('it is loaded once, for calls at the same time too', async () => {
  const { seen, workflow } = aWorkflow();
  await Promise.all([workflow.begin('a', 1), workflow.end('a', 0)]);
  await workflow.begin('b', 2);
  expect(seen).toEqual({ loads: 1, calls: ['begin a 1', 'end a 0', 'begin b 2'] });
});

test('a failure is told to whoever asked, and the next one asks again', async () => {
  const { seen, workflow } = aWorkflow({ failures: 1 });
  await expect(workflow.begin('a', 1)).rejects.toThrow('not there');
  await workflow.begin('a', 1);
  expect(seen).toEqual({ loads: 2, calls: ['begin a 1'] });
});

test('what an adapter throws stays what it is', async () => {
  const fault = new Error('the adapter says no');
  const workflow = onFirstUse<Workflow>(async () => ({
    begin: () => Promise.reject(fault),
    end: async () => {},
  }));
  await expect(workflow.begin('a', 1)).rejects.toBe(fault);
});

test('it may be handed through a promise', async () => {
  const { seen, workflow } = aWorkflow();
  expect(await Promise.resolve(workflow)).toBe(workflow);
  expect(seen.loads).toBe(0);
});
