import type { Workflow } from '../../domain/ports/workflow.ts';
import { onFirstUse } from './on-first-use.ts';

/** For functions of whose calls few begin or end an execution. */
export function wireWorkflow({ STATE_MACHINE_ARN }: { readonly STATE_MACHINE_ARN: string }): Workflow {
  return onFirstUse(async () => {
    const { sfnClient, sfnWorkflow } = await import('../../adapters/stepfunctions/sfn-workflow.ts');
    return sfnWorkflow({ client: sfnClient(), stateMachineArn: STATE_MACHINE_ARN });
  });
}
