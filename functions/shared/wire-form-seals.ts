import { hmacFormSeals } from '../../adapters/crypto/form-seals.ts';
import { signedLinkKeys } from '../../adapters/secretsmanager/signed-link-keys.ts';
import type { FormSeals } from '../../domain/ports/form-seals.ts';

/** The seals of our own form. The key is asked for at once, while something else is waited for. */
export function wireFormSeals({ LINK_SECRET_ARN }: { readonly LINK_SECRET_ARN: string }): FormSeals {
  const keys = signedLinkKeys({ secretArn: LINK_SECRET_ARN });
  // Whoever needs it hears of a failure.
  keys().catch(() => {});
  return hmacFormSeals({ keys });
}
