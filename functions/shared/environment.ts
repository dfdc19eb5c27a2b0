import * as z from 'zod';
import { companySchema } from '../../domain/business/company.ts';
import { jsonText } from './json-text.ts';

/** The company file, as one JSON variable. */
export const companyVariable = jsonText.pipe(companySchema);

/** The environment of a function that writes mails with signed links. */
export const mailingVariables = {
  COMPANY: companyVariable,
  PUBLIC_URL: z.string().min(1),
  LINK_SECRET_ARN: z.string().min(1),
  MAIL_CONFIGURATION_SET: z.string().min(1),
};

/**
 * Reads a function's environment.
 * @throws Error naming every variable that is missing or wrong.
 */
export function readEnvironment<S extends z.ZodType>(
  schema: S,
  variables: Record<string, string | undefined> = process.env,
): z.output<S> {
  const parsed = schema.safeParse(variables);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`Environment is not complete: ${faults.join('; ')}`);
}
