import type { Workflow } from '../../domain/ports/workflow.ts';

interface Execution {
  readonly leadId: string;
  readonly generation: number;
}

export interface MemoryWorkflow extends Workflow {
  /** Executions that were started, in order, each once. */
  readonly begun: readonly Execution[];
  /** Executions that were stopped, in order, each once; also ones that never began. */
  readonly ended: readonly Execution[];
}

/** A workflow that remembers what was asked of it. */
export function memoryWorkflow(): MemoryWorkflow {
  const begun: Execution[] = [];
  const ended: Execution[] = [];

  function note(executions: Execution[], leadId: string, generation: number): void {
    const known = executions.some((one) => one.leadId === leadId && one.generation === generation);
    if (!known) executions.push({ leadId, generation });
  }

  return {
    begun,
    ended,
    async begin(leadId, generation) {
      note(begun, leadId, generation);
    },
    async end(leadId, generation) {
      note(ended, leadId, generation);
    },
  };
}
