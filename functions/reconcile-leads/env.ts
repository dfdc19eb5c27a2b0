import { text, type VariablesOf, wholeNumber } from '../shared/environment.ts';
import { mailingVariables } from '../shared/mailing-variables.ts';

export const environment = {
  ...mailingVariables,
  TABLE_NAME: text,
  ALARM_SMS: text,
  STATE_MACHINE_ARN: text,
  MAIL_QUEUE_URL: text,
  OVERDUE_MINUTES: wholeNumber,
  DEPLOYMENT: text,
};
export type Environment = VariablesOf<typeof environment>;
