/** Adapters that most calls never use: each is loaded with its first use. */
import type { FormSeals } from '../../domain/ports/form-seals.ts';
import type { MailFiles } from '../../domain/ports/mail-files.ts';
import type { Mailer } from '../../domain/ports/mailer.ts';
import type { SubmissionQueue } from '../../domain/ports/submission-queue.ts';
import type { Workflow } from '../../domain/ports/workflow.ts';
import { onFirstUse } from './on-first-use.ts';

export function wireMailFiles({ MAIL_BUCKET }: { readonly MAIL_BUCKET: string }): MailFiles {
  return onFirstUse(async () => {
    const { s3Client, s3MailFiles } = await import('../../adapters/s3/mail-files.ts');
    return s3MailFiles({ client: s3Client(), bucket: MAIL_BUCKET });
  });
}

/** Keeps files and does no more, without a client of the SDK. */
export function wireFileKeeper(env: { readonly MAIL_BUCKET: string }): Pick<MailFiles, 'keepFile'> {
  return onFirstUse(async () => {
    const { signedFileKeeper } = await import('../../adapters/s3/file-keeper.ts');
    return signedFileKeeper({ bucket: env.MAIL_BUCKET });
  });
}

/** Of what only forms of ours carry. */
export function wireSealsOfFewForms(env: { readonly LINK_SECRET_ARN: string }): FormSeals {
  return onFirstUse(async () => {
    const { wireFormSeals } = await import('./wire-form-seals.ts');
    return wireFormSeals(env);
  });
}

export function wireSubmissionQueue(env: { readonly SUBMISSION_QUEUE_URL: string }): SubmissionQueue {
  return onFirstUse(async () => {
    const { sqsClient, sqsSubmissionQueue } = await import('../../adapters/sqs/submission-queue.ts');
    return sqsSubmissionQueue({ client: sqsClient(), queueUrl: env.SUBMISSION_QUEUE_URL });
  });
}

export function wireWorkflow({ STATE_MACHINE_ARN }: { readonly STATE_MACHINE_ARN: string }): Workflow {
  return onFirstUse(async () => {
    const { sfnClient, sfnWorkflow } = await import('../../adapters/stepfunctions/sfn-workflow.ts');
    return sfnWorkflow({ client: sfnClient(), stateMachineArn: STATE_MACHINE_ARN });
  });
}

export function wireMailer(env: { readonly MAIL_CONFIGURATION_SET: string }): Mailer {
  return onFirstUse(async () => {
    const { sesClient, sesMailer } = await import('../../adapters/ses/ses-mailer.ts');
    return sesMailer({ client: sesClient(), configurationSet: env.MAIL_CONFIGURATION_SET });
  });
}
