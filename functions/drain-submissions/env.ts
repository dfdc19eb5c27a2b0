import * as z from 'zod';
import { companyVariable } from '../shared/environment.ts';

export const environment = z.object({
  TABLE_NAME: z.string().min(1),
  STATE_MACHINE_ARN: z.string().min(1),
  COMPANY: companyVariable,
  DEPLOYMENT: z.string().min(1),
});
export type Environment = z.input<typeof environment>;
