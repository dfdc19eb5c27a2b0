/** Every page of the desk that needs a login. */
import { asideUrl, deskPlaces, openUrl } from '../../views/desk/places.ts';
import type { AnswerStepDeps } from '../shared/steps/answer-step.ts';
import type { FindMailDeps } from '../shared/steps/find-mail.ts';
import type { DeskRoute } from './desk-route.ts';
import { showRequest } from './show-request.ts';
import { step, stepOfLead } from './show-step.ts';

/** What all pages together need. */
export type DeskDeps = AnswerStepDeps & FindMailDeps;

export const deskRoutes: readonly DeskRoute<DeskDeps>[] = [
  { path: deskPlaces.today, get: step('open-requests'), place: 'today' },
  { path: openUrl, get: step('open-requests'), place: 'today' },
  {
    path: deskPlaces.call,
    get: step('capture-call'),
    post: step('capture-call'),
    place: 'call',
  },
  { path: asideUrl, get: step('noted-mails') },
  { path: `${asideUrl}/{id}`, get: step('rescue'), post: step('rescue') },
  { path: '/desk/leads/{id}', get: showRequest, wide: true },
  { path: '/desk/leads/{id}/{action}', get: stepOfLead, post: stepOfLead },
];
