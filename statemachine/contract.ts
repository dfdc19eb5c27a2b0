/** What goes into and comes out of the task states. */
import * as z from 'zod';
import { leadIdSchema } from '../domain/lead/event.ts';
import { stageKeys } from '../domain/lead/pipeline.ts';

/** Input of an execution and of each task: byte-identical for one lead and generation. */
export const taskInput = z.object({ leadId: leadIdSchema, generation: z.int().min(1) });
export type TaskInput = z.infer<typeof taskInput>;

/** Output of each task; it replaces the state. */
export const taskOutput = z.object({
  leadId: leadIdSchema,
  generation: z.int().min(1),
  /**
   * What the workflow does next. `wait`: until `dueAt` in the wait state of `stage`. `superseded`: a newer generation
   * runs. `closed`: nothing to wait for.
   */
  outcome: z.enum(['wait', 'superseded', 'closed']),
  stage: z.enum(stageKeys),
  dueAt: z.iso.datetime({ precision: 3 }),
});
export type TaskOutput = z.infer<typeof taskOutput>;
