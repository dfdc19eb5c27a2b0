import type { IntakeLog } from '../../domain/ports/intake-log.ts';
import type { MailFiles } from '../../domain/ports/mail-files.ts';
import { addDuration } from '../../domain/time/local-time.ts';
import type { ReceiveMailDeps } from './arrival.ts';
import { deliveryOf } from './delivery-of.ts';
import type { MailNotice } from './mail-notice.ts';
import { receiveMail } from './receive-mail.ts';

export interface WorkOffDeps extends ReceiveMailDeps {
  readonly mailFiles: Pick<MailFiles, 'load' | 'keepFile' | 'listSince'>;
  readonly intake: ReceiveMailDeps['intake'] & Pick<IntakeLog, 'listSince'>;
}

/** As long as the queue keeps what nobody worked off. */
const replayedBack = '-P14D';

/**
 * Works off one message of the queue: a mail that came in, or the order to take one or several again. Safe to repeat.
 * @throws Error a mail could not be worked off now.
 */
export async function workOff(notice: MailNotice, deps: WorkOffDeps): Promise<void> {
  if ('delivery' in notice) await receiveMail(notice.delivery, deps);
  else if (notice.replay === 'missing') await replayMissing(deps);
  else await replayOne(notice.replay.deliveryId, deps);
}

async function replayOne(deliveryId: string, deps: WorkOffDeps, at = deps.clock.now()): Promise<void> {
  const raw = await deps.mailFiles.load(deliveryId);
  if (!raw) throw new Error(`No raw mail ${deliveryId}`);
  await receiveMail(deliveryOf(deliveryId, raw, at, deps.company), deps);
}

/** Every mail is tried, also after one that fails; what failed is told at the end. */
async function replayMissing(deps: WorkOffDeps): Promise<void> {
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
  if (failed.length > 0) throw new Error(`${failed.length} mails could not be taken again`);
}
