import type { Company } from '../../domain/business/company.ts';
import type { RecogniseContext } from '../../domain/capture/recognise.ts';
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
