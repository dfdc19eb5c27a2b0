import type { MailFiles } from '../../domain/ports/mail-files.ts';
import { onFirstUse } from './on-first-use.ts';

/** For functions of whose calls few touch a file. */
export function wireMailFiles({ MAIL_BUCKET }: { readonly MAIL_BUCKET: string }): MailFiles {
  return onFirstUse(async () => {
    const { s3Client, s3MailFiles } = await import('../../adapters/s3/mail-files.ts');
    return s3MailFiles({ client: s3Client(), bucket: MAIL_BUCKET });
  });
}
