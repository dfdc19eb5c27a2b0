import type { MailFiles } from '../../domain/ports/mail-files.ts';
import { onFirstUse } from './on-first-use.ts';

/** Keeps files and does no more, without a client of the SDK. */
export function wireFileKeeper(env: { readonly MAIL_BUCKET: string }): Pick<MailFiles, 'keepFile'> {
  return onFirstUse(async () => {
    const { signedFileKeeper } = await import('../../adapters/s3/file-keeper.ts');
    return signedFileKeeper({ bucket: env.MAIL_BUCKET });
  });
}
