import { expect, test } from 'vitest';
import { memoryWorkflow } from '../../../adapters/memory/memory-workflow.ts';

test('starting the same generation twice is one start, and so is stopping it', async () => {
  const workflow = memoryWorkflow();
  await workflow.begin('A', 1);
  await workflow.begin('A', 2);
  await workflow.end('A', 1);
  await workflow.begin('A', 2);
  await workflow.end('A', 1);
  await workflow.begin('B', 1);
  expect(workflow.begun).toEqual([
    { leadId: 'A', generation: 1 },
    { leadId: 'A', generation: 2 },
    { leadId: 'B', generation: 1 },
  ]);
  expect(workflow.ended).toEqual([{ leadId: 'A', generation: 1 }]);
});
