import { text, type VariablesOf } from '../shared/environment.ts';

export const environment = {
  TABLE_NAME: text,
};
export type Environment = VariablesOf<typeof environment>;
