/** Who calls, while the number is being typed: a part of the page, which its script shows. */
import { knownCallerChoice } from '../../views/page/known-caller.ts';
import type { LeadsOfPersonDeps } from '../shared/leads-of-person.ts';
import { knownCaller } from '../shared/steps/known-caller.ts';
import { typedIn } from '../shared/typed-in.ts';
import { deskResponse } from './desk-response.ts';
import type { DeskPage } from './desk-route.ts';

/** By `POST`: a number must stand in no address, which ends up in logs. It changes nothing. */
export const showKnownCaller: DeskPage<LeadsOfPersonDeps> = async (request, deps, context) => {
  const known = await knownCaller(typedIn(request).get('phone') ?? '', deps, context);
  return deskResponse(200, known ? `${await knownCallerChoice(known, context)}` : '');
};
