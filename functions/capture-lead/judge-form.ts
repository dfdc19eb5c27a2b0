/** What speaks for the sender of a form, and what against: proof of work, and signs of a robot. */
import type { OwnAnswers } from '../../domain/capture/own-form.ts';
import type { Submission } from '../../domain/capture/recognise.ts';
import { repeatedText, signsOf, textToCount } from '../../domain/capture/suspicion.ts';
import type { Proof, SuspicionSign } from '../../domain/lead/origin.ts';
import type { FormLog } from '../../domain/ports/form-log.ts';
import type { FormSeals } from '../../domain/ports/form-seals.ts';
import type { Moment } from '../../domain/time/moment.ts';
import type { Log } from '../shared/logger.ts';
import { within } from '../shared/within.ts';

export interface JudgeFormDeps {
  readonly seals: FormSeals;
  readonly formLog: FormLog;
  readonly log: Log;
}

/** A key or a table that takes longer is down, and the visitor waits for the store besides (`keep-submission.ts`). */
const judgingMillis = 2_000;

interface Judgement {
  readonly proof?: Proof | undefined;
  readonly signs: SuspicionSign[];
}

/**
 * Judges a form. One of another make without a sign costs nothing; ours one write, for its proof. What cannot be asked now
 * neither proves nor accuses.
 */
export async function judgeForm(
  submission: Submission,
  own: OwnAnswers,
  now: Moment,
  deps: JudgeFormDeps,
): Promise<Judgement> {
  const { seals, log } = deps;
  const { submissionId = '' } = submission;
  const orElse = <T>(otherwise: T, asked: Promise<T>): Promise<T> =>
    within(judgingMillis, asked).catch((error: unknown) => {
      log.error('A form could not be judged', error);
      return otherwise;
    });
  const [proof, renderedAt] = await Promise.all([
    own.proof === undefined ? undefined : orElse(undefined, provenBy(submission, own.proof, now, deps)),
    own.rendered === undefined
      ? undefined
      : orElse(undefined, seals.readRendered(submissionId, own.rendered)),
  ]);
  const signs = signsOf(submission, { now, own, renderedAt });
  const text = signs.length === 0 ? undefined : textToCount(submission);
  const times = text === undefined ? 0 : await orElse(0, deps.formLog.countText(text, now));
  return { ...(proof && { proof }), signs: [...signs, ...repeatedText(times)] };
}

/** A proof counts for one person: solved once, it does not open the door for a thousand addresses. */
async function provenBy(
  { submissionId = '', contact: { email = '', phoneE164, phone = '' } }: Submission,
  proof: string,
  now: Moment,
  { seals, formLog }: JudgeFormDeps,
): Promise<Proof | undefined> {
  const id = await seals.readProof(submissionId, proof, now);
  if (id === undefined) return undefined;
  const holder = JSON.stringify([email.toLowerCase(), phoneE164 ?? phone]);
  return (await formLog.claimProof(id, holder, now)) ? 'own-form' : undefined;
}
