/** Keeps the files of a form, before the lead that refers to them is stored: a crash in between leaves no broken reference. */
import { createHash } from 'node:crypto';
import type { SubmittedFiles } from '../../domain/lead/origin.ts';
import type { MailFiles } from '../../domain/ports/mail-files.ts';
import type { FormFile } from './form-files.ts';
import type { Log } from './logger.ts';
import { within } from './within.ts';

export interface KeepFilesDeps {
  readonly mailFiles: Pick<MailFiles, 'keepFile'>;
  readonly log: Log;
}

/** What one form may bring; a lead is an item of 400 KB, and the names of its files stand in it. */
const maxFiles = 20;
/** A request matters more than its pictures: 4 MB take a second or two, and then the request is stored without them. */
const keepingMillis = 8_000;

/**
 * Keeps what can be kept, in time. Whoever sent the rest must be told, and not only thanked.
 * @param seed what makes this submission the same as its repeat: a repeat with the same files keeps them in the same place.
 * @returns where they are and what is missing; `undefined`: the form had no files.
 */
export async function keepFiles(
  files: readonly FormFile[],
  seed: string,
  { mailFiles, log }: KeepFilesDeps,
): Promise<SubmittedFiles | undefined> {
  if (files.length === 0) return undefined;
  const id = idOf(files, seed);
  const candidates = files.slice(0, maxFiles).filter(({ bytes }) => bytes.length > 0);
  const attempts = await Promise.allSettled(
    candidates.map(({ contentType, bytes }, index) =>
      within(keepingMillis, mailFiles.keepFile(id, { index, contentType, content: bytes })),
    ),
  );
  const kept = candidates.flatMap(({ name, contentType, bytes }, index) =>
    attempts[index]?.status === 'fulfilled' ? [{ index, name, contentType, bytes: bytes.length }] : [],
  );
  const indexes = new Set(kept.map(({ index }) => candidates[index]));
  const lost = files.filter((file) => !indexes.has(file)).map(({ name }) => name);
  for (const attempt of attempts) {
    if (attempt.status === 'rejected') log.error('File of a form not kept', attempt.reason, { files: id });
  }
  // Some that came too late may lie there all the same: under this id they are erased with the lead.
  return { id, files: kept, ...(lost.length > 0 && { lost: lost.slice(0, maxFiles) }) };
}

/** As safe a name as that of a mail, and never one. */
function idOf(files: readonly FormFile[], seed: string): string {
  const hash = createHash('sha256').update(JSON.stringify(seed));
  for (const { name, bytes } of files) hash.update(JSON.stringify([name, bytes.length])).update(bytes);
  return `form-${hash.digest('hex').slice(0, 40)}`;
}
