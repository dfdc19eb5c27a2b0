/** Who works here: seen by everybody, changed by the owner. */
import type { Absence, PersonDetails } from '../../domain/business/change-people.ts';
import { companyFrom } from '../../domain/business/company.ts';
import { type Callee, personAt, personOf } from '../../domain/business/people.ts';
import type { BusinessStore } from '../../domain/ports/business-store.ts';
import { localDate } from '../../domain/time/local-time.ts';
import type { DeskContext } from '../../views/desk/desk-context.ts';
import { notFoundPage } from '../../views/desk/notice-pages.ts';
import { deskPlaces, personUrl } from '../../views/desk/places.ts';
import {
  newPersonPage,
  type PersonAttempt,
  personPage,
  removePersonPage,
  teamPage,
} from '../../views/desk/team-page.ts';
import { peopleRefusal, type TeamDone, teamWords } from '../../views/words/desk/team.ts';
import type { HttpRequest, HttpResponse } from '../shared/http-message.ts';
import type { Log } from '../shared/logger.ts';
import { typedIn } from '../shared/typed-in.ts';
import { changePeople, loadPeople, markOf, peopleRules } from './change-people.ts';
import { deskResponse, seeOther } from './desk-response.ts';
import type { DeskPage } from './desk-route.ts';
import { type DevicesDeps, devicesOf, endAllDevices, endDevice } from './devices.ts';
import { ledOut, type SessionDeps } from './session.ts';

export interface TeamDeps extends DevicesDeps, Pick<SessionDeps, 'secure'> {
  readonly businesses: BusinessStore;
  readonly log: Log;
}

const done = (url: string, what: TeamDone): HttpResponse => seeOther(`${url}?done=${what}`);
const authorOf = ({ person, now }: DeskContext) => ({ by: person.name.slice(0, 100), at: now });

export const showTeam: DeskPage<TeamDeps> = async (request, deps, context) => {
  const { company } = await loadPeople(deps.businesses);
  return deskResponse(200, await teamPage(company, request.query.get('done'), context));
};

export const showNewPerson: DeskPage<TeamDeps> = async (_, __, context) =>
  deskResponse(200, await newPersonPage(undefined, context));

export const addNewPerson: DeskPage<TeamDeps> = async (request, deps, context) => {
  const typed = typedIn(request);
  const { addPerson } = await peopleRules();
  const email = (typed.get('email') ?? '').trim();
  const outcome = await changePeople(
    (file) => addPerson(file, { ...detailsIn(typed), email }),
    authorOf(context),
    deps.businesses,
  );
  if ('file' in outcome) {
    // Somebody with this address may have been here before.
    const person = personAt(companyFrom(outcome.file), email);
    if (person && outcome.isNew) await endAllDevices(person, deps, context);
    deps.log.info('A person was added');
    return done(deskPlaces.team, 'added');
  }
  return deskResponse(422, await newPersonPage(attemptOf(typed, outcome), context));
};

export const showPerson: DeskPage<TeamDeps> = async (request, deps, context) =>
  answerWithPerson(200, request, deps, context);

export const saveDetails: DeskPage<TeamDeps> = async (request, deps, context) =>
  onPerson(request, deps, context, async (one) => {
    const typed = typedIn(request);
    const { changePerson } = await peopleRules();
    const outcome = await changePeople(
      (file) => changePerson(file, one.key, detailsIn(typed)),
      authorOf(context),
      deps.businesses,
      { of: one, mark: typed.get('seen') ?? '' },
    );
    // Not to his own page: whoever is owner no longer does not see it.
    if ('file' in outcome) return done(deskPlaces.team, 'saved');
    const attempt = { ...attemptOf(typed, outcome), form: 'details' as const };
    return answerWithPerson(statusOf(outcome), request, deps, context, attempt);
  });

export const saveAbsence: DeskPage<TeamDeps> = async (request, deps, context) =>
  onPerson(request, deps, context, async (one) => {
    const typed = typedIn(request);
    const absence = typed.has('end') ? undefined : absenceIn(typed);
    const { setAbsence } = await peopleRules();
    const today = localDate(context.now, context.company.timeZone);
    const outcome = await changePeople(
      (file) => setAbsence(file, one.key, absence, today),
      authorOf(context),
      deps.businesses,
      { of: one, mark: typed.get('seen') ?? '' },
    );
    if ('file' in outcome) return done(personUrl(one.key), absence ? 'absent' : 'present');
    const attempt = { ...attemptOf(typed, outcome), form: 'absence' as const };
    return answerWithPerson(statusOf(outcome), request, deps, context, attempt);
  });

/** Ends a device of somebody, or a passkey. */
export const revokeDevice: DeskPage<TeamDeps> = async (request, deps, context) =>
  onPerson(request, deps, context, async (one) => {
    const what = await endDevice(typedIn(request), one, deps, context);
    deps.log.info('Devices of a person were ended');
    return what ? done(personUrl(one.key), what) : seeOther(personUrl(one.key));
  });

export const showRemoval: DeskPage<TeamDeps> = async (request, deps, context) =>
  answerWithRemoval(200, request, deps, context);

export const removeFromTeam: DeskPage<TeamDeps> = async (request, deps, context) =>
  onPerson(request, deps, context, async (one) => {
    const isOwn = one.key === context.person.key;
    if (isOwn && !typedIn(request).has('myself')) {
      return answerWithRemoval(422, request, deps, context, teamWords.removeYourselfUnticked);
    }
    const { removePerson } = await peopleRules();
    const outcome = await changePeople(
      (file) => removePerson(file, one.key),
      authorOf(context),
      deps.businesses,
    );
    if (!('file' in outcome)) {
      const { refused } = attemptOf(new URLSearchParams(), outcome);
      return answerWithRemoval(statusOf(outcome), request, deps, context, refused);
    }
    await endAllDevices(one, deps, context);
    deps.log.info('A person was removed');
    return isOwn ? ledOut(deps) : done(deskPlaces.team, 'removed');
  });

type Outcome = Exclude<Awaited<ReturnType<typeof changePeople>>, { readonly file: unknown }>;

const statusOf = (outcome: Outcome): number => ('outpacedBy' in outcome ? 409 : 422);

function attemptOf(typed: URLSearchParams, outcome: Outcome): PersonAttempt {
  if ('outpacedBy' in outcome) {
    return { typed, fields: [], refused: teamWords.outpaced(outcome.outpacedBy) };
  }
  const { refused } = outcome;
  return { typed, fields: refused.why === 'faults' ? refused.fields : [], refused: peopleRefusal(refused) };
}

/** The person whom the address names, as he is stored now; `undefined`: nobody works here under it. */
async function findPerson({ pathParameters }: HttpRequest, { businesses }: Pick<TeamDeps, 'businesses'>) {
  const { company, version } = await loadPeople(businesses);
  const one = personOf(company, pathParameters.person ?? '');
  return one && { one, company, file: version.file };
}

/** Does something with him. */
async function onPerson(
  request: HttpRequest,
  deps: TeamDeps,
  context: DeskContext,
  act: (one: Callee) => Promise<HttpResponse>,
): Promise<HttpResponse> {
  const found = await findPerson(request, deps);
  return found ? act(found.one) : deskResponse(404, await notFoundPage(context));
}

/** The page of whoever the address names, as he is stored now. */
async function answerWithPerson(
  status: number,
  request: HttpRequest,
  deps: TeamDeps,
  context: DeskContext,
  attempt?: Parameters<typeof personPage>[0]['attempt'],
): Promise<HttpResponse> {
  const found = await findPerson(request, deps);
  if (!found) return deskResponse(404, await notFoundPage(context));
  const { one, company, file } = found;
  const shown = {
    one,
    company,
    seen: markOf(file, one),
    ...(await devicesOf(one, deps, context)),
    done: request.query.get('done'),
    attempt,
  };
  return deskResponse(status, await personPage(shown, context));
}

async function answerWithRemoval(
  status: number,
  request: HttpRequest,
  deps: TeamDeps,
  context: DeskContext,
  refused?: string,
): Promise<HttpResponse> {
  const [found, { heirOf }] = await Promise.all([findPerson(request, deps), peopleRules()]);
  if (!found) return deskResponse(404, await notFoundPage(context));
  const { one, file } = found;
  return deskResponse(status, await removePersonPage({ one, heir: heirOf(file, one), refused }, context));
}

/** What was typed of a person; a role that there is none of is said to be wrong by the rules. */
function detailsIn(typed: URLSearchParams): PersonDetails {
  const phone = (typed.get('phone') ?? '').trim();
  return {
    name: typed.get('name') ?? '',
    role: (typed.get('role') ?? '') as PersonDetails['role'],
    ...(phone !== '' && { phone }),
    ...(typed.has('onCall') && { onCall: true }),
  };
}

function absenceIn(typed: URLSearchParams): Absence {
  const substitute = (typed.get('substitute') ?? '').trim();
  return {
    from: (typed.get('from') ?? '').trim(),
    until: (typed.get('until') ?? '').trim(),
    ...(substitute !== '' && { substitute }),
  };
}
