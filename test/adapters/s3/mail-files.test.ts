import { describe, expect, test } from 'vitest';
import { s3MailFiles } from '../../../adapters/s3/mail-files.ts';
import { aBucket } from '../../support/bucket.ts';

function opened() {
  const { client, objects } = aBucket();
  return { files: s3MailFiles({ client, bucket: 'mails' }), objects };
}

const parametersOf = (link: string) => Object.fromEntries(new URL(link).searchParams);

describe('links to files of strangers', () => {
  test.each(['image/jpeg', 'image/png', 'image/webp'])('%s is shown', async (contentType) => {
    const link = await opened().files.fileLink('mail-1', { index: 2, name: 'Schäden.jpg', contentType });
    expect(new URL(link).pathname).toMatch(/\/files\/mail-1\/2$/);
    expect(parametersOf(link)).toMatchObject({
      'response-content-type': contentType,
      'response-content-disposition': "inline; filename*=UTF-8''Sch%C3%A4den.jpg",
      'X-Amz-Expires': '600',
    });
  });

  test.each(['text/html', 'image/svg+xml', 'application/pdf', 'application/xhtml+xml', ''])(
    '%j is a download of no type, so that nothing in it runs',
    async (contentType) => {
      const link = await opened().files.fileLink('mail-1', { index: 0, name: 'a.html', contentType });
      expect(parametersOf(link)).toMatchObject({
        'response-content-type': 'application/octet-stream',
        'response-content-disposition': "attachment; filename*=UTF-8''a.html",
      });
    },
  );

  test('the raw mail is a download', async () => {
    expect(parametersOf(await opened().files.rawLink('mail-1'))).toMatchObject({
      'response-content-type': 'application/octet-stream',
      'response-content-disposition': "attachment; filename*=UTF-8''mail-1.eml",
    });
  });

  test('no name ends the header', async () => {
    const name = 'a"; filename=b\r\nSet-Cookie: c';
    const link = await opened().files.fileLink('mail-1', { index: 0, name, contentType: 'image/png' });
    expect(parametersOf(link)['response-content-disposition']).not.toMatch(/["\r\n]/);
  });
});

test('the note that SES leaves when a rule is set up is no mail', async () => {
  const { files, objects } = opened();
  objects.set('mail/AMAZON_SES_SETUP_NOTIFICATION', { body: new Uint8Array(), at: new Date() });
  expect(await files.listSince('2000-01-01T00:00:00.000Z')).toEqual([]);
});
