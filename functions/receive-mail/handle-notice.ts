import type { IntakeLog } from '../../domain/ports/intake-log.ts';
import type { MailFiles } from '../../domain/ports/mail-files.ts';
import { addDuration } from '../../domain/time/local-time.ts';
import type { ReceiveMailDeps } from './arrival.ts';
import type { MailNotice } from './mail-notice.ts';
import { parseDelivery } from './parse-delivery.ts';
import { type ReceiveOrHoldDeps, receiveAgain, receiveOrHold } from './receive-or-hold.ts';

export interface HandleNoticeDeps extends ReceiveOrHoldDeps {
  readonly mailFiles: Pick<MailFiles, 'load' | 'keepFile' | 'listSince'>;
  readonly intake: ReceiveMailDeps['intake'] & Pick<IntakeLog, 'listSince'>;
}

/** As long as the queue keeps a notice. */
const replayedBack = '-P14D';

/**
 * What a message of the queue asks for: to receive a mail, those that waited once more, or to replay one or several. Safe to
 * repeat.
 * @throws Error a mail could not be received now.
 */
export async function handleNotice(notice: MailNotice, deps: HandleNoticeDeps): Promise<void> {
  if ('delivery' in notice) await receiveOrHold(notice.delivery, deps);
  else if ('again' in notice) await receiveAgain(notice.again, deps);
  else if (notice.replay === 'missing') await replayMissing(deps);
  else await replayOne(notice.replay.deliveryId, deps);
}

async function replayOne(deliveryId: string, deps: HandleNoticeDeps, at = deps.clock.now()): Promise<void> {
  const raw = await deps.mailFiles.load(deliveryId);
  if (!raw) throw new Error(`No raw mail ${deliveryId}`);
  await receiveOrHold(parseDelivery(deliveryId, raw, at, deps.company), deps);
}

/** Every mail is tried, also after one that fails; what failed is told at the end. */
async function replayMissing(deps: HandleNoticeDeps): Promise<void> {
  const from = addDuration(deps.clock.now(), replayedBack);
  const [stored, records] = await Promise.all([deps.mailFiles.listSince(from), deps.intake.listSince(from)]);
  const settled = new Set(records.map(({ deliveryId }) => deliveryId));
  const failed: string[] = [];
  for (const { deliveryId, at } of stored) {
    if (settled.has(deliveryId)) continue;
    await replayOne(deliveryId, deps, at).catch((error: unknown) => {
      failed.push(deliveryId);
      deps.log.error('Mail not replayed', error, { delivery: deliveryId });
    });
  }
  if (failed.length > 0) throw new Error(`${failed.length} mails could not be replayed`);
}
