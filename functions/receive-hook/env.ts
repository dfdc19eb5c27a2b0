import { basics, text, type VariablesOf } from '../shared/environment.ts';

export const environment = {
  TABLE_NAME: text,
  STATE_MACHINE_ARN: text,
  SUBMISSION_QUEUE_URL: text,
  COMPANY: basics,
  DEPLOYMENT: text,
  PUBLIC_URL: text,
  MAIL_BUCKET: text,
};
export type Environment = VariablesOf<typeof environment>;
