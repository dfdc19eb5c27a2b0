import { basics, text, type VariablesOf, wholeNumber } from '../shared/environment.ts';

export const environment = {
  TABLE_NAME: text,
  STATE_MACHINE_ARN: text,
  COMPANY: basics,
  OVERDUE_MINUTES: wholeNumber,
  DEPLOYMENT: text,
};
export type Environment = VariablesOf<typeof environment>;
