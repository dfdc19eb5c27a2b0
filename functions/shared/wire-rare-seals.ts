import type { FormSeals } from '../../domain/ports/form-seals.ts';
import { onFirstUse } from './on-first-use.ts';

/** Of what only forms of ours carry. */
export function wireRareSeals(env: { readonly LINK_SECRET_ARN: string }): FormSeals {
  return onFirstUse(async () => {
    const { wireFormSeals } = await import('./wire-form-seals.ts');
    return wireFormSeals(env);
  });
}
