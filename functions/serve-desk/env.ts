import { text, type VariablesOf } from '../shared/environment.ts';
import { mailingVariables } from '../shared/mailing-variables.ts';

export const environment = {
  ...mailingVariables,
  TABLE_NAME: text,
  STATE_MACHINE_ARN: text,
  SUBMISSION_QUEUE_URL: text,
  DEPLOYMENT: text,
  MAIL_BUCKET: text,
};
export type Environment = VariablesOf<typeof environment>;
