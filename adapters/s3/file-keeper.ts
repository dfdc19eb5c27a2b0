import type { MailFiles } from '../../domain/ports/mail-files.ts';
import { callAws } from '../aws/signed-call.ts';
import { fileKey } from './file-key.ts';

/**
 * Keeps the files of a form without a client of the SDK: the door is called by everybody, and few send a file.
 * @throws Error the bucket does not take it.
 */
export function signedFileKeeper(options: {
  readonly bucket: string;
  /** Absent: the environment of the process. */
  readonly surroundings?: Readonly<Record<string, string>>;
}): Pick<MailFiles, 'keepFile'> {
  const { bucket, surroundings } = options;
  return {
    async keepFile(id, { index, contentType, content }) {
      const { status } = await callAws(
        {
          service: 's3',
          method: 'PUT',
          path: `/${bucket}/${fileKey(id, index)}`,
          headers: { 'content-type': contentType },
          body: Buffer.from(content),
        },
        surroundings,
      );
      if (status !== 200) throw new Error(`S3 answers ${status}`);
    },
  };
}
