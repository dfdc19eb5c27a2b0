import { basics, text, type VariablesOf } from '../shared/environment.ts';

export const environment = {
  TABLE_NAME: text,
  COMPANY: basics,
  PUBLIC_URL: text,
  LINK_SECRET_ARN: text,
};
export type Environment = VariablesOf<typeof environment>;
