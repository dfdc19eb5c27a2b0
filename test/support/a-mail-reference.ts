import type { MailReference } from '../../domain/lead/origin.ts';

/** A mail that came with two files, one of which has a name that must be escaped. */
export const mailWithFiles: MailReference = {
  id: 'delivery-1',
  files: [
    { index: 0, name: 'angebot.pdf', contentType: 'application/pdf', bytes: 340_000 },
    { index: 1, name: 'Wasser<b>.jpg', contentType: 'image/jpeg', bytes: 1_240_000 },
  ],
};
