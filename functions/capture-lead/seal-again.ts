import type { OwnAnswers } from '../../domain/capture/own-form.ts';
import type { Entered } from '../../domain/capture/recognise.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Ids } from '../../domain/ports/ids.ts';
import { wantsHtml } from '../shared/http-handler.ts';
import type { HttpRequest } from '../shared/http-message.ts';
import { sealForm } from '../shared/seal-form.ts';
import type { ShownAgain } from './answers.ts';
import type { JudgeFormDeps } from './judge-form.ts';

interface SealAgainDeps extends JudgeFormDeps {
  readonly ids: Ids;
  readonly clock: Clock;
}

/**
 * What a form that is shown again carries: the same id, and what it has shown so far. It was rendered when it was rendered
 * first, and work that was done for it is not asked for a second time.
 */
export async function sealAgain(
  request: HttpRequest,
  entered: Entered,
  own: OwnAnswers,
  deps: SealAgainDeps,
): Promise<ShownAgain> {
  const known = entered.fields.find(({ name }) => name === 'submissionId')?.value;
  const submissionId = known ?? deps.ids.newLeadId();
  if (!wantsHtml(request.headers)) return { entered, submissionId };
  const { rendered, proof } = own;
  const isDone =
    known !== undefined &&
    rendered !== undefined &&
    proof !== undefined &&
    (await deps.seals.readProof(known, proof, deps.clock.now()).catch(() => undefined)) !== undefined;
  if (isDone) return { entered, submissionId, seal: { rendered, proof } };
  const fresh = await sealForm(submissionId, deps);
  if (!fresh) return { entered, submissionId };
  const isOurs =
    known !== undefined &&
    rendered !== undefined &&
    (await deps.seals.readRendered(known, rendered).catch(() => undefined)) !== undefined;
  return { entered, submissionId, seal: { ...fresh, ...(isOurs && { rendered }) } };
}
