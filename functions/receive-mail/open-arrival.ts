import type { MailFlag } from '../../domain/inbound/incoming-mail.ts';
import type { MailReading } from '../../domain/inbound/mail-reading.ts';
import type { MailReference } from '../../domain/lead/origin.ts';
import { calendarAnswerText } from '../../views/words/calendar-answers.ts';
import type { Arrival, ReceivedMail, ReceiveMailDeps } from './arrival.ts';
import { findThread } from './find-thread.ts';

/** As much text as a timeline shows; the original is kept. */
const maxTimelineText = 5_000;

/** An item of the store holds 400 KB, and each mail stands in one. */
const maxReferenced = 50;

/** Finds the thread of a mail, and adds what follows from it. */
export async function openArrival(
  received: ReceivedMail,
  reading: MailReading,
  deps: ReceiveMailDeps,
): Promise<Arrival> {
  const thread = await findThread({ ...received, ...reading }, deps);
  const flags: readonly MailFlag[] = [...received.flags, ...(thread.forged ? ['forged-token' as const] : [])];
  let kept: Promise<void> | undefined;
  return {
    ...received,
    ...reading,
    flags,
    thread,
    timelineText: forTimeline(textOf(received, reading, deps)),
    async keepReference(more = []) {
      // Once, though a mail may stand on a lead and be kept aside.
      kept ??= flags.includes('virus') ? Promise.resolve() : keepFiles(received, deps);
      await kept;
      return referTo(received, [...flags, ...more]);
    },
  };
}

/** What a calendar answered stands above what the person wrote beside it. */
function textOf(
  { mail: { calendar } }: ReceivedMail,
  { newText }: MailReading,
  { clock, company }: ReceiveMailDeps,
): string {
  return calendar ? `${calendarAnswerText(calendar, clock.now(), company)}\n\n${newText}` : newText;
}

async function keepFiles(
  { mail, delivery, contents }: ReceivedMail,
  { mailFiles }: ReceiveMailDeps,
): Promise<void> {
  for (const { index, contentType } of mail.files) {
    const content = contents[index];
    if (content) await mailFiles.keepFile(delivery.id, { index, contentType, content });
  }
}

function referTo({ mail, delivery }: ReceivedMail, flags: readonly MailFlag[]): MailReference {
  return {
    id: delivery.id,
    ...(mail.messageId !== undefined && { messageId: mail.messageId }),
    files: mail.files
      .slice(0, maxReferenced)
      .map(({ index, name, contentType, bytes }) => ({ index, name, contentType, bytes })),
    ...(flags.length > 0 && { flags: [...flags] }),
  };
}

function forTimeline(text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  return trimmed.length <= maxTimelineText
    ? trimmed
    : `${trimmed.slice(0, maxTimelineText - 1).toWellFormed()}…`;
}
