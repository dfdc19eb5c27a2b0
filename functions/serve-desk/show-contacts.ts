import { tellsOfPerson } from '../../domain/lead/known-person.ts';
import { personsOf } from '../../domain/lead/persons.ts';
import type { LeadSearch } from '../../domain/ports/lead-search.ts';
import { contactPage } from '../../views/desk/contact-page.ts';
import { contactsPage } from '../../views/desk/contacts-page.ts';
import { notFoundPage } from '../../views/desk/notice-pages.ts';
import { deskResponse } from './desk-response.ts';
import type { DeskPage } from './desk-route.ts';
import { type ListContactsDeps, listContacts } from './list-contacts.ts';
import { type LoadPersonDeps, loadPerson } from './load-person.ts';
import { soughtIn } from './sought-in.ts';

export interface ShowContactsDeps extends ListContactsDeps {
  readonly search: LeadSearch;
}

const maxFound = 40;

/** Who asked lately, `?before=` a moment; or who fits `?q=`. */
export const showContacts: DeskPage<ShowContactsDeps> = async ({ query }, deps, context) => {
  const typed = soughtIn(query);
  if (typed !== '') {
    const found = await deps.search.find(typed, { now: context.now, atMost: maxFound });
    const persons = personsOf(found.map(({ lead }) => lead).filter(tellsOfPerson));
    return deskResponse(200, await contactsPage({ typed, persons }, context));
  }
  const asked = query.get('before') ?? '';
  const before =
    /^\d{4}-\d\d-\d\dT[\d:.]{8,12}Z$/.test(asked) && !Number.isNaN(Date.parse(asked)) ? asked : undefined;
  const page = await listContacts(context.now, before, deps);
  return deskResponse(200, await contactsPage({ typed, ...page }, context));
};

/** One person. The address names one of his requests. */
export const showContact: DeskPage<LoadPersonDeps> = async ({ pathParameters, query }, deps, context) => {
  const person = await loadPerson(pathParameters.key ?? '', deps);
  if (!person) return deskResponse(404, await notFoundPage(context));
  return deskResponse(200, await contactPage(person, context, { joined: query.has('joined') }));
};
