/** The mails that went out, where the target shows them. AWS does not: there the table says which ones SES took. */
import * as z from 'zod';

const messages = z.object({
  messages: z.record(
    z.string(),
    z.array(
      z.object({ To: z.array(z.string()), Subject: z.string(), BodyText: z.string(), BodyHtml: z.string() }),
    ),
  ),
});

export interface SentMail {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const address = process.env.E2E_MAILBOX;

export const hasMailbox = address !== undefined;

export async function sentMails(): Promise<SentMail[]> {
  if (address === undefined) throw new Error('This target does not show the mails that went out');
  const answer = await fetch(address);
  const accounts = messages.parse(await answer.json()).messages;
  return Object.values(accounts)
    .flat()
    .map(({ To, Subject, BodyText, BodyHtml }) => ({
      to: To,
      subject: Subject,
      text: BodyText,
      html: BodyHtml,
    }));
}
