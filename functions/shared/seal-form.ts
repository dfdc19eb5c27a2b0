import type { Clock } from '../../domain/ports/clock.ts';
import type { FormSeal, FormSeals } from '../../domain/ports/form-seals.ts';
import type { Log } from './logger.ts';

/** Seals a form that is shown. Without the key there is a form all the same: it only proves nothing. */
export async function sealForm(
  submissionId: string,
  { seals, clock, log }: { readonly seals: FormSeals; readonly clock: Clock; readonly log: Log },
): Promise<FormSeal | undefined> {
  try {
    return await seals.seal(submissionId, clock.now());
  } catch (error) {
    log.error('The form is shown without a seal', error);
    return undefined;
  }
}
