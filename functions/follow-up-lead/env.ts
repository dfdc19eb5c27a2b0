import { text, type VariablesOf } from '../shared/environment.ts';
import { mailingVariables } from '../shared/mailing-variables.ts';

export const environment = {
  ...mailingVariables,
  TABLE_NAME: text,
  ALARM_SMS: text,
  DEPLOYMENT: text,
};
export type Environment = VariablesOf<typeof environment>;
