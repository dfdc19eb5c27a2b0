/** Logos in the bucket of the mails, below `logo/`: kept by whoever sets up the business. */
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { contentTypeOf } from '../../domain/business/logo.ts';
import type { LogoFiles } from '../../domain/ports/logo-files.ts';
import { logoNameOf } from '../crypto/logo-name.ts';

export function s3LogoFiles(options: {
  readonly client: S3Client;
  readonly bucket: string;
}): Pick<LogoFiles, 'store'> {
  const { client, bucket } = options;
  return {
    async store(logo) {
      const file = logoNameOf(logo);
      await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: file,
          Body: logo.content,
          ContentType: contentTypeOf(file),
        }),
      );
      return file;
    },
  };
}
