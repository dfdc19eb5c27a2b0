/** The executions that wait, and until when: the real machine's path, counted by hand. */
import type { TaskInput, TaskOutput } from '../statemachine/contract.ts';

type Waiting = TaskInput & Pick<TaskOutput, 'dueAt'>;

const nameOf = ({ leadId, generation }: TaskInput) => `${leadId}-g${generation}`;

/** Of each time one wakes: the task, the choice, and the wait or the end. */
export const transitionsPerWake = 3;

export function waitingExecutions() {
  const waiting = new Map<string, Waiting>();
  return {
    /** @returns whether it is new. */
    begin(execution: Waiting): boolean {
      const isNew = !waiting.has(nameOf(execution));
      if (isNew) waiting.set(nameOf(execution), execution);
      return isNew;
    },
    end(execution: TaskInput): void {
      waiting.delete(nameOf(execution));
    },
    /** The one that is due first, if that is by this moment. */
    next(moment: string): Waiting | undefined {
      const [first] = [...waiting.values()].sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
      return first && first.dueAt <= moment ? first : undefined;
    },
    /** Waits on, or is over. */
    goesOn({ leadId, generation, outcome, dueAt }: Omit<TaskOutput, 'stage'>): void {
      if (outcome === 'wait') waiting.set(nameOf({ leadId, generation }), { leadId, generation, dueAt });
      else waiting.delete(nameOf({ leadId, generation }));
    },
  };
}
