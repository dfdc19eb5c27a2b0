/** The addresses of the desk, each written once. */
import type { Action } from '../../domain/lead/action.ts';

export const deskHome = '/desk';

/** Where the navigation leads. */
export const deskPlaces = {
  today: deskHome,
  search: `${deskHome}/search`,
  call: `${deskHome}/call`,
  contacts: `${deskHome}/contacts`,
  team: `${deskHome}/team`,
  me: `${deskHome}/me`,
} as const;
export type DeskPlace = keyof typeof deskPlaces;

/** Who calls from a number. */
export const knownCallerUrl = `${deskPlaces.call}/known`;

export const loginUrl = `${deskHome}/login`;
export const logoutUrl = `${deskHome}/logout`;
export const passkeyUrls = {
  /** One's own, and how a new one is made. */
  own: `${deskPlaces.me}/passkeys`,
  add: `${deskPlaces.me}/passkeys/new`,
  login: `${loginUrl}/passkey`,
} as const;
/** Below the address to which a passkey is sent: what it is to sign. */
export const optionsOf = (url: string): string => `${url}/options`;
export const sessionsUrl = `${deskPlaces.me}/sessions`;
export const newPersonUrl = `${deskPlaces.team}/new`;
export const personUrl = (key: string): string => `${deskPlaces.team}/${key}`;
/** What a phone puts on its home screen. */
export const manifestUrl = `${deskHome}/manifest.webmanifest`;
export const iconUrl = `${deskHome}/icon.svg`;
export const assetUrl = (name: string): string => `${deskHome}/assets/${name}`;

export const leadUrl = (leadId: string): string => `${deskHome}/leads/${leadId}`;

/** One person, by the number of any of his requests. */
export const contactUrl = (key: string): string => `${deskPlaces.contacts}/${key}`;

/** Where he and another person become one. */
export const joinUrl = (key: string): string => `${contactUrl(key)}/join`;

/** A call of somebody whose number was typed. */
export const callUrl = (phone: string | undefined): string =>
  phone === undefined ? deskPlaces.call : `${deskPlaces.call}?${new URLSearchParams({ phone })}`;
/** Whether anything is new; asked by the script of pages that show it. */
export const newsUrl = `${deskHome}/pulse`;

/** All that is open, and what was kept aside. */
export const openUrl = `${deskHome}/open`;
export const asideUrl = `${deskHome}/aside`;
export const rescueUrl = (asideId: string): string => `${asideUrl}/${asideId}`;

/** Takes back the last step on a lead. */
export const undoUrl = (leadId: string): string => `${leadUrl(leadId)}/undo`;

/**
 * A step of a lead as it was when the page was made.
 * @param back the page that it leads back to; absent: that of the lead.
 */
export function stepUrl(
  lead: { readonly id: string; readonly generation: number },
  action: Action,
  told?: string,
  back?: string,
): string {
  if (action === 'view') return leadUrl(lead.id);
  const query = new URLSearchParams({
    seen: String(lead.generation),
    ...(told !== undefined && { told }),
    ...(back !== undefined && { back }),
  });
  return `${leadUrl(lead.id)}/${action}?${query}`;
}

/** What the forms on the page of a lead do. */
export const factsUrl = (leadId: string): string => `${leadUrl(leadId)}/facts`;
export const nextMailUrl = (leadId: string): string => `${leadUrl(leadId)}/next-mail`;
export const notesUrl = (leadId: string): string => `${leadUrl(leadId)}/notes`;
export const answersUrl = (leadId: string): string => `${leadUrl(leadId)}/answers`;
