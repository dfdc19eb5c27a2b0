import { basics, text, type VariablesOf } from '../shared/environment.ts';

export const environment = {
  TABLE_NAME: text,
  STATE_MACHINE_ARN: text,
  COMPANY: basics,
  DEPLOYMENT: text,
};
export type Environment = VariablesOf<typeof environment>;
