import * as z from 'zod';
import { companyVariable } from './environment.ts';

/** The environment of a function that writes mails with signed links. */
export const mailingVariables = {
  COMPANY: companyVariable,
  PUBLIC_URL: z.string().min(1),
  LINK_SECRET_ARN: z.string().min(1),
  MAIL_CONFIGURATION_SET: z.string().min(1),
};
