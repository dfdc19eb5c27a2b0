import { text, type VariablesOf } from '../shared/environment.ts';

export const environment = {
  MAIL_BUCKET: text,
};
export type Environment = VariablesOf<typeof environment>;
