import type * as z from 'zod';
import { companySchema } from '../../domain/business/company.ts';
import { jsonText } from './json-text.ts';

/** The company file, as one JSON variable. */
export const companyVariable = jsonText.pipe(companySchema);

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
