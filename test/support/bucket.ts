/** A bucket that remembers: the part of S3 that is used here, behind the real client. */
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';

/** Objects on one page of a list; small, so that lists have several. */
const pageSize = 2;

export function aBucket() {
  const objects = new Map<string, { body: Uint8Array; contentType?: string | undefined; at: Date }>();
  const client = new S3Client({
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const mock = mockClient(client);

  mock.on(PutObjectCommand).callsFake(({ Key, Body, ContentType }) => {
    objects.set(Key, { body: Uint8Array.from(Body), contentType: ContentType, at: new Date() });
    return {};
  });
  mock.on(GetObjectCommand).callsFake(({ Key }) => {
    const object = objects.get(Key);
    if (!object) throw new NoSuchKey({ message: 'No such key', $metadata: {} });
    return { Body: { transformToByteArray: async () => object.body } };
  });
  mock.on(DeleteObjectCommand).callsFake(({ Key }) => {
    objects.delete(Key);
    return {};
  });
  mock.on(ListObjectsV2Command).callsFake(({ Prefix, ContinuationToken }) => {
    const keys = [...objects.keys()].filter((key) => key.startsWith(Prefix)).toSorted();
    const start = Number(ContinuationToken ?? 0);
    const more = start + pageSize < keys.length;
    return {
      Contents: keys
        .slice(start, start + pageSize)
        .map((Key) => ({ Key, LastModified: objects.get(Key)?.at })),
      IsTruncated: more,
      ...(more && { NextContinuationToken: String(start + pageSize) }),
    };
  });

  return { client, objects };
}
