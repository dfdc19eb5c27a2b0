import type { Mailer } from '../../domain/ports/mailer.ts';
import { onFirstUse } from './on-first-use.ts';

/** For functions of whose calls few send a mail. */
export function wireMailer(env: { readonly MAIL_CONFIGURATION_SET: string }): Mailer {
  return onFirstUse(async () => {
    const { sesClient, sesMailer } = await import('../../adapters/ses/ses-mailer.ts');
    return sesMailer({ client: sesClient(), configurationSet: env.MAIL_CONFIGURATION_SET });
  });
}
