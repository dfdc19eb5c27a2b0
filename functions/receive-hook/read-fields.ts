import type { Company } from '../../domain/business/company.ts';
import type { Field } from '../../domain/capture/form-fields.ts';
import { hookSender } from '../../domain/capture/hook-senders.ts';
import { type RecogniseContext, recognise, type Submission } from '../../domain/capture/recognise.ts';
import { keptWords } from '../../views/words/kept-words.ts';
import type { HookArrival } from './arrival.ts';

/** Nobody can be asked again: what is wrong is cut, or kept beside the request. */
export function contextOf({ hook, at }: HookArrival, company: Company): RecogniseContext {
  return {
    company,
    now: at,
    by: 'customer',
    page: hook.page,
    refusesNothing: true,
    words: keptWords(company),
  };
}

/**
 * The request in these fields, with the source that the settings of its hook say.
 * @param searchesText A form: what its customer wrote anywhere is read as our own door for forms reads it. Of a call only
 *   the telephone system knows who called.
 */
export function readFields(
  fields: readonly Field[],
  arrival: HookArrival,
  company: Company,
  searchesText: boolean,
): Submission {
  const recognised = recognise(fields, { ...contextOf(arrival, company), searchesText });
  // Nothing is refused so.
  if ('errors' in recognised) throw new Error('A hook was refused like a form');
  return withSource(recognised.submission, arrival);
}

export function withSource(submission: Submission, { hook }: HookArrival): Submission {
  return { ...submission, source: hook.source ?? hookSender(hook.sender).source ?? submission.source };
}
