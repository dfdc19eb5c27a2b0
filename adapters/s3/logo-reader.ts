import type { LogoReader } from '../../domain/ports/logo-files.ts';
import { callAws } from '../aws/signed-call.ts';

/**
 * Logos, read without a client of the SDK: for a function that reads nothing else.
 * @throws Error the bucket does not answer, or not as it should.
 */
export function signedLogoReader(options: {
  readonly bucket: string;
  /** Absent: the environment of the process. */
  readonly surroundings?: Readonly<Record<string, string>>;
}): LogoReader {
  const { bucket, surroundings } = options;
  return {
    async load(file) {
      const { status, body } = await callAws(
        { service: 's3', method: 'GET', path: `/${bucket}/${file}` },
        surroundings,
      );
      if (status === 200) return body;
      // To whoever may not list the bucket, where the mails of people lie, S3 says 403 of what is not there.
      if (status === 404 || status === 403) return undefined;
      throw new Error(`S3 answers ${status}`);
    },
  };
}
