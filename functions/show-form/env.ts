import * as z from 'zod';
import { companyVariable } from '../shared/environment.ts';

export const environment = z.object({
  COMPANY: companyVariable,
});
export type Environment = z.input<typeof environment>;
