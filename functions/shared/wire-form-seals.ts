import { hmacFormSeals } from '../../adapters/crypto/form-seals.ts';
import { signedLinkKeys } from '../../adapters/secretsmanager/signed-link-keys.ts';
import type { FormSeals } from '../../domain/ports/form-seals.ts';

/**
 * The seals of our own form.
 * @param options.atOnce whether the key is asked for now, while something else is waited for, and not with its first use.
 */
export function wireFormSeals(
  { LINK_SECRET_ARN }: { readonly LINK_SECRET_ARN: string },
  options: { readonly atOnce: boolean },
): FormSeals {
  const keys = signedLinkKeys({ secretArn: LINK_SECRET_ARN });
  // Whoever needs it hears of a failure.
  if (options.atOnce) keys().catch(() => {});
  return hmacFormSeals({ keys });
}
