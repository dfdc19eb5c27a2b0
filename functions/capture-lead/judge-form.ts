/** What speaks for the sender of a form, and what against: proof of work, and signs of a robot. */
import type { OwnAnswers } from '../../domain/capture/own-form.ts';
import type { Submission } from '../../domain/capture/recognise.ts';
import { crowdedNetwork, repeatedText, signsOf, textToCount } from '../../domain/capture/suspicion.ts';
import type { Proof, SuspicionSign } from '../../domain/lead/origin.ts';
import type { FormLog } from '../../domain/ports/form-log.ts';
import type { FormSeals } from '../../domain/ports/form-seals.ts';
import type { Limits } from '../../domain/ports/limits.ts';
import type { Moment } from '../../domain/time/moment.ts';
import type { Log } from '../shared/logger.ts';
import { within } from '../shared/within.ts';
import { countedAs } from './why-crowded.ts';

export interface JudgeFormDeps {
  readonly seals: FormSeals;
  readonly formLog: FormLog;
  readonly limits: Pick<Limits, 'countContact'>;
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
  { now, sourceIp }: { readonly now: Moment; readonly sourceIp: string },
  deps: JudgeFormDeps,
): Promise<Judgement> {
  const { seals, formLog, limits, log } = deps;
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
  if (signs.length === 0) return { ...(proof && { proof }), signs };
  const text = textToCount(submission);
  // Whoever is proven is not counted in his network: a fair has one for all its visitors.
  const counted = proof ? undefined : countedAs(submission, sourceIp);
  const [times, count] = await Promise.all([
    text === undefined ? 0 : orElse(0, formLog.countText(text, now)),
    counted && orElse(undefined, limits.countContact(counted.network, counted.contact, now)),
  ]);
  const asked = [...repeatedText(times), ...crowdedNetwork(count?.lastHour ?? 0)];
  return { ...(proof && { proof }), signs: [...signs, ...asked] };
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
