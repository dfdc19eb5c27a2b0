/** Every page of the desk that needs a login. */
import {
  answersUrl,
  asideUrl,
  contactUrl,
  deskPlaces,
  factsUrl,
  joinUrl,
  knownCallerUrl,
  leadUrl,
  newPersonUrl,
  newsUrl,
  nextMailUrl,
  notesUrl,
  openUrl,
  optionsOf,
  passkeyUrls,
  personUrl,
  sessionsUrl,
} from '../../views/desk/places.ts';
import type { OwnerAnswerDeps } from '../shared/owner-answer.ts';
import type { AnswerStepDeps } from '../shared/steps/answer-step.ts';
import type { FindMailDeps } from '../shared/steps/find-mail.ts';
import type { UndoStepDeps } from '../shared/steps/undo-step.ts';
import { type DeskRoute, later } from './desk-route.ts';
import { doJoin, type JoinContactsDeps, showJoin } from './join-contacts.ts';
import { addingOptions, addPasskey, type PasskeyDeps } from './passkeys.ts';
import type { RequestDeps } from './render-request.ts';
import { type ShowContactsDeps, showContact, showContacts } from './show-contacts.ts';
import { endOwnDevice, type MeDeps, showMe } from './show-me.ts';
import { type ShowNewsDeps, showNews } from './show-news.ts';
import { type SearchDeps, showSearch } from './show-search.ts';
import { step, stepOfLead } from './show-step.ts';
import {
  addNewPerson,
  removeFromTeam,
  revokeDevice,
  saveAbsence,
  saveDetails,
  showNewPerson,
  showPerson,
  showRemoval,
  showTeam,
  type TeamDeps,
} from './show-team.ts';
import { showToday } from './show-today.ts';
import { undoLast } from './undo.ts';

/** What all pages together need. */
export type DeskDeps = AnswerStepDeps &
  FindMailDeps &
  SearchDeps &
  ShowNewsDeps &
  RequestDeps &
  UndoStepDeps &
  OwnerAnswerDeps &
  TeamDeps &
  MeDeps &
  PasskeyDeps &
  ShowContactsDeps &
  JoinContactsDeps;

const showRequest = later(async () => (await import('./show-request.ts')).showRequest);
const backToRequest = later(async () => (await import('./show-request.ts')).backToRequest);
const writeNote = later(async () => (await import('./write-note.ts')).writeNote);
const answerCustomer = later(async () => (await import('./answer-customer.ts')).answerCustomer);
const changeFacts = later(async () => (await import('./change-facts.ts')).changeFacts);
const changeNextMail = later(async () => (await import('./change-next-mail.ts')).changeNextMail);
const showKnownCaller = later(async () => (await import('./show-known-caller.ts')).showKnownCaller);

const requestRoutes: readonly DeskRoute<
  AnswerStepDeps & FindMailDeps & RequestDeps & OwnerAnswerDeps & UndoStepDeps
>[] = [
  { path: leadUrl('{id}'), get: showRequest, wide: true },
  { path: notesUrl('{id}'), get: backToRequest, post: writeNote, wide: true },
  { path: answersUrl('{id}'), get: backToRequest, post: answerCustomer, wide: true },
  { path: factsUrl('{id}'), get: backToRequest, post: changeFacts, wide: true },
  { path: nextMailUrl('{id}'), get: backToRequest, post: changeNextMail, wide: true },
  { path: leadUrl('{id}/undo'), post: undoLast },
  { path: leadUrl('{id}/{action}'), get: stepOfLead, post: stepOfLead },
];

const teamRoutes: readonly DeskRoute<TeamDeps>[] = [
  { path: deskPlaces.team, get: showTeam, place: 'team', wide: true },
  { path: newPersonUrl, get: showNewPerson, post: addNewPerson, place: 'team', for: 'owner' },
  {
    path: personUrl('{person}'),
    get: showPerson,
    post: saveDetails,
    place: 'team',
    for: 'owner',
    wide: true,
  },
  // Whoever loads a page anew to which a form has led.
  {
    path: personUrl('{person}/absence'),
    get: showPerson,
    post: saveAbsence,
    place: 'team',
    for: 'owner',
    wide: true,
  },
  { path: personUrl('{person}/devices'), post: revokeDevice, place: 'team', for: 'owner' },
  { path: personUrl('{person}/remove'), get: showRemoval, post: removeFromTeam, place: 'team', for: 'owner' },
];

const meRoutes: readonly DeskRoute<MeDeps & PasskeyDeps>[] = [
  { path: deskPlaces.me, get: showMe, place: 'me', wide: true },
  { path: sessionsUrl, post: endOwnDevice, place: 'me' },
  { path: passkeyUrls.own, post: endOwnDevice, place: 'me' },
  { path: passkeyUrls.add, get: showMe, post: addPasskey, place: 'me', wide: true },
  { path: optionsOf(passkeyUrls.add), post: addingOptions },
];

export const deskRoutes: readonly DeskRoute<DeskDeps>[] = [
  { path: deskPlaces.today, get: showToday, place: 'today', wide: true, live: true },
  { path: openUrl, get: step('open-requests'), place: 'today', live: true },
  { path: newsUrl, get: showNews },
  {
    path: deskPlaces.call,
    get: step('capture-call'),
    post: step('capture-call'),
    place: 'call',
    wide: true,
  },
  { path: deskPlaces.search, get: showSearch, place: 'search', wide: true },
  { path: deskPlaces.contacts, get: showContacts, place: 'contacts', wide: true },
  { path: contactUrl('{key}'), get: showContact, place: 'contacts', wide: true },
  { path: joinUrl('{key}'), get: showJoin, post: doJoin, place: 'contacts', wide: true },
  { path: knownCallerUrl, post: showKnownCaller },
  { path: asideUrl, get: step('noted-mails') },
  { path: `${asideUrl}/{id}`, get: step('rescue'), post: step('rescue') },
  ...requestRoutes,
  ...teamRoutes,
  ...meRoutes,
];
