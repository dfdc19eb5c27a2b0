import { tellsOfPerson } from '../../domain/lead/known-person.ts';
import { personsOf } from '../../domain/lead/persons.ts';
import type { LeadSearch } from '../../domain/ports/lead-search.ts';
import { searchPage } from '../../views/desk/search-page.ts';
import { deskResponse } from './desk-response.ts';
import type { DeskPage } from './desk-route.ts';
import { soughtIn } from './sought-in.ts';

export interface SearchDeps {
  readonly search: LeadSearch;
}

/** More nobody reads: he types another letter. */
const maxShown = 30;

/** What fits `?q=`: persons, and their requests. */
export const showSearch: DeskPage<SearchDeps> = async ({ query }, { search }, context) => {
  const typed = soughtIn(query);
  const found = typed === '' ? [] : await search.find(typed, { now: context.now, atMost: maxShown + 1 });
  const shown = found.slice(0, maxShown);
  const persons = personsOf(shown.map(({ lead }) => lead).filter(tellsOfPerson));
  const more = found.length > maxShown;
  return deskResponse(200, await searchPage({ typed, found: shown, persons, more }, context));
};
