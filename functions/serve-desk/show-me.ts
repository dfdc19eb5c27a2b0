/** One's own page: where one is logged in, and by which keys one gets in. */
import type { DeskContext } from '../../views/desk/desk-context.ts';
import { mePage } from '../../views/desk/me-page.ts';
import { deskPlaces } from '../../views/desk/places.ts';
import { pushLink } from '../shared/action-links.ts';
import { typedIn } from '../shared/typed-in.ts';
import { deskResponse, seeOther } from './desk-response.ts';
import type { DeskPage } from './desk-route.ts';
import { type DevicesDeps, devicesOf, endDevice } from './devices.ts';
import { ledOut, type SessionDeps } from './session.ts';

export type MeDeps = DevicesDeps & Pick<SessionDeps, 'secure' | 'links'>;

export const showMe: DeskPage<MeDeps> = async ({ query }, deps, context) => {
  const devices = await devicesOf(context.person, deps, context);
  const pushUrl = pushLink(deps.links, context.person.key, context.now);
  return deskResponse(200, await mePage({ ...devices, done: query.get('done'), pushUrl }, context));
};

/** Ends one session or all, or removes a passkey; whoever ends his own is out. */
export const endOwnDevice: DeskPage<MeDeps> = async (request, deps, context) => {
  const typed = typedIn(request);
  const what = await endDevice(typed, context.person, deps, context);
  if (endsOwn(typed, context)) return ledOut(deps);
  return seeOther(what ? `${deskPlaces.me}?done=${what}` : deskPlaces.me);
};

const endsOwn = (typed: URLSearchParams, { session }: DeskContext): boolean =>
  ['all', session].includes(typed.get('session') ?? '');
