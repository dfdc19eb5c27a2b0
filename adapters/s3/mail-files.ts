/** Raw mails and their files in a bucket: SES writes the mails below `mail/`, their files lie below `files/`. */
import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { MailFiles } from '../../domain/ports/mail-files.ts';
import { fileKey, filePrefix } from './file-key.ts';

/** Long enough to look, too short to be passed on. */
const linkSeconds = 600;

/** What a browser shows without running anything in it. An SVG is a program. */
const shownTypes = ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/heic'];

/** Three tries of 10 seconds each: a mail of 40 MB takes a second or two. */
export function s3Client(): S3Client {
  return new S3Client({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 10_000 },
  });
}

export function s3MailFiles({ client, bucket }: { client: S3Client; bucket: string }): MailFiles {
  const rawKey = (deliveryId: string) => `mail/${deliveryId}`;

  async function* list(prefix: string) {
    const pages = paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: prefix });
    for await (const { Contents = [] } of pages) {
      for (const { Key, LastModified } of Contents) {
        if (Key !== undefined && LastModified) yield { key: Key, at: LastModified.toISOString() };
      }
    }
  }

  const link = (key: string, name: string, contentType: string) => {
    const shown = shownTypes.includes(contentType);
    return getSignedUrl(
      client,
      new GetObjectCommand({
        Bucket: bucket,
        Key: key,
        ResponseContentType: shown ? contentType : 'application/octet-stream',
        ResponseContentDisposition: `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`,
      }),
      { expiresIn: linkSeconds },
    );
  };

  return {
    async load(deliveryId) {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: rawKey(deliveryId) }));
        return await Body?.transformToByteArray();
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },

    async listSince(from) {
      const mails: { deliveryId: string; at: string }[] = [];
      for await (const { key, at } of list(rawKey(''))) {
        const deliveryId = key.slice(rawKey('').length);
        // SES puts a note here when a rule is set up; it is no mail.
        if (at >= from && deliveryId !== 'AMAZON_SES_SETUP_NOTIFICATION') mails.push({ deliveryId, at });
      }
      return mails.toSorted((one, other) => (one.at < other.at ? -1 : 1));
    },

    async keepFile(deliveryId, { index, contentType, content }) {
      await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: fileKey(deliveryId, index),
          Body: content,
          ContentType: contentType,
        }),
      );
    },

    rawLink: (deliveryId) => link(rawKey(deliveryId), `${deliveryId}.eml`, 'message/rfc822'),

    fileLink: (deliveryId, { index, name, contentType }) =>
      link(fileKey(deliveryId, index), name, contentType),

    async remove(deliveryId) {
      for await (const { key } of list(filePrefix(deliveryId))) {
        await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
      }
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: rawKey(deliveryId) }));
    },
  };
}
