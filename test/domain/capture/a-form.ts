/** Forms as they are sent, and what is recognised in them. */
import { type Field, flatten, parsePath } from '../../../domain/capture/form-fields.ts';
import { recognise, type Submission } from '../../../domain/capture/recognise.ts';
import { fieldMessages } from '../../../views/words/field-faults.ts';
import { keptWords } from '../../../views/words/kept-words.ts';
import { aCompany } from '../../support/company.ts';

export const company = aCompany();
export const now = '2026-11-23T09:00:00.000Z';
export const context = { company, now, by: 'customer', words: keptWords(company) } as const;

export const json = (body: unknown): readonly Field[] => flatten(body) ?? [];
export const form = (encoded: string): readonly Field[] =>
  [...new URLSearchParams(encoded)].map(([name, value]) => ({ path: parsePath(name), value }));

export function read(fields: readonly Field[], by: 'customer' | 'owner' = 'customer'): Submission {
  const recognised = recognise(fields, { ...context, by });
  if ('errors' in recognised) throw new Error(JSON.stringify(recognised.errors));
  return recognised.submission;
}

/** As the sender reads them. */
export function faults(body: unknown) {
  const recognised = recognise(json(body), context);
  return 'errors' in recognised ? fieldMessages(recognised.errors, recognised.entered.language) : [];
}

export const email = 'erika@example.de';
