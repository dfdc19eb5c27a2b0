import * as z from 'zod';
import { mailingVariables } from '../shared/mailing-variables.ts';

export const environment = z.object({
  ...mailingVariables,
  TABLE_NAME: z.string().min(1),
  STATE_MACHINE_ARN: z.string().min(1),
  DEPLOYMENT: z.string().min(1),
  MAIL_BUCKET: z.string().min(1),
});
export type Environment = z.input<typeof environment>;
