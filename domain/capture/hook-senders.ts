/** The senders that have an address of their own at our door, as data: where their requests come from, and how they sign. */
import type { Source } from '../lead/origin.ts';

/** How a sender proves that a body is its own. Named by who does it so, where only one does. */
export type SignatureScheme =
  | 'typeform'
  | 'tally'
  | 'wpforms'
  | 'webflow'
  | 'netlify'
  | 'wix'
  | 'meta'
  | 'placetel'
  | 'google-key'
  /** https://www.standardwebhooks.com */
  | 'standard';

interface HookSender {
  /** Where its requests come from; absent: as the request itself says. */
  readonly source?: Source;
  /** Absent: it signs nothing, or as the standard says. */
  readonly signs?: SignatureScheme;
  /** It tells of calls, not of forms. */
  readonly telephone?: true;
}

/** Senders that are not here are read like all forms. */
const senders: Readonly<Record<string, HookSender>> = {
  typeform: { signs: 'typeform' },
  tally: { signs: 'tally' },
  wpforms: { signs: 'wpforms' },
  webflow: { signs: 'webflow' },
  netlify: { signs: 'netlify' },
  wix: { signs: 'wix' },
  meta: { signs: 'meta', source: 'social-media' },
  facebook: { signs: 'meta', source: 'social-media' },
  instagram: { signs: 'meta', source: 'social-media' },
  tiktok: { source: 'social-media' },
  linkedin: { source: 'social-media' },
  'google-ads': { signs: 'google-key', source: 'advertisement' },
  sipgate: { source: 'phone', telephone: true },
  placetel: { signs: 'placetel', source: 'phone', telephone: true },
  telephone: { source: 'phone', telephone: true },
};

export const hookSender = (name: string): HookSender => (Object.hasOwn(senders, name) && senders[name]) || {};

/** The word of a sender in its address: `typeform`, `google-ads`, `landingpage-bad`. */
export const isSenderName = (text: string): boolean => /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/.test(text);
