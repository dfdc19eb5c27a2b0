/**
 * Submissions that could not be stored, a small file each, and what drains them: the queue of the cloud and its function
 * on one machine. A submission whose file is written reaches the store, also after the process was killed.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type CapturedSubmission,
  capturedSubmissionSchema,
  serialiseSubmission,
} from '../../domain/capture/captured-submission.ts';
import type { SubmissionQueue } from '../../domain/ports/submission-queue.ts';
import type { Log } from '../../functions/shared/logger.ts';
import type { Activity } from '../clock/activity.ts';
import { openEntryFolder } from './entry-folder.ts';

export interface SubmissionSpool extends SubmissionQueue {
  /** Drains what an earlier process left. */
  resume(): void;
  /** What is not stored yet, in the order it was sent. */
  waiting(): Promise<CapturedSubmission[]>;
  /** Begins nothing more and waits for the submission that is being stored. */
  stop(): Promise<void>;
}

interface Surroundings {
  readonly folder: string;
  readonly store: (submission: CapturedSubmission) => Promise<unknown>;
  readonly activity: Activity;
  /** Nothing is stored before. */
  readonly ready: Promise<unknown>;
  readonly log: Log;
  /** Between two tries, of real time: a full disk does not pass by moving the clock. */
  readonly retryMs?: number;
}

export function openSubmissionSpool(surroundings: Surroundings): SubmissionSpool {
  const { store, activity, log, retryMs = 2_000 } = surroundings;
  /** Names begin with the moment of capture, so they sort by it. */
  const entries = openEntryFolder(surroundings.folder, {
    parse: (text) => capturedSubmissionSchema.parse(JSON.parse(text)),
    onDamaged: (file) =>
      log.warn('A submission is put aside: its entry is damaged, and somebody should read it', { file }),
  });
  const stopped = new AbortController();
  let atWork: Promise<void> | undefined;
  let more = false;

  /** @returns whether nothing is left of it. */
  const drainEntry = async (name: string): Promise<boolean> => {
    try {
      const submission = await entries.read(name);
      if (!submission) return true;
      await store(submission);
      await entries.remove(name);
      return true;
    } catch (error) {
      log.error('A submission waits on: it could not be stored', error, { file: name });
      return false;
    }
  };

  /** @returns whether something is left to be tried again. */
  const drainOnce = async (): Promise<boolean> => {
    try {
      let left = false;
      for (const name of await entries.names()) {
        if (stopped.signal.aborted) return false;
        if (!(await drainEntry(name))) left = true;
      }
      return left;
    } catch (error) {
      log.error('The folder of submissions cannot be read', error);
      return true;
    }
  };

  const drain = async () => {
    await surroundings.ready;
    while (more && !stopped.signal.aborted) {
      more = false;
      if (!(await activity.track(drainOnce()))) continue;
      more = true;
      await sleep(retryMs, undefined, { signal: stopped.signal, ref: false }).catch(() => undefined);
    }
  };

  const resume = () => {
    more = true;
    atWork ??= drain().finally(() => {
      atWork = undefined;
      if (more && !stopped.signal.aborted) resume();
    });
  };

  return {
    async put(submission) {
      const { capturedAt } = submission;
      await entries.put(`${capturedAt.replaceAll(':', '')}-${randomUUID()}`, serialiseSubmission(submission));
      resume();
    },
    resume,
    waiting: () => entries.readAll(),
    async stop() {
      stopped.abort();
      await atWork;
    },
  };
}
