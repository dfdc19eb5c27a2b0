import type { Mailer, OutgoingMail } from '../../domain/ports/mailer.ts';

interface SentMail extends OutgoingMail {
  readonly messageId: string;
}

export interface MemoryMailer extends Mailer {
  /** What was taken, oldest first. */
  readonly sent: readonly SentMail[];
  /** The next call of `send` fails with this error and takes nothing; several errors fail as many calls. */
  failNext(...errors: readonly Error[]): void;
}

/** A mail provider that keeps what it was given. */
export function memoryMailer(): MemoryMailer {
  const sent: SentMail[] = [];
  const failures: Error[] = [];

  return {
    sent,
    async send(mail) {
      const failure = failures.shift();
      if (failure) throw failure;
      const messageId = `message-${sent.length + 1}`;
      sent.push({ ...structuredClone(mail), messageId });
      return messageId;
    },
    failNext(...errors) {
      failures.push(...errors);
    },
  };
}
