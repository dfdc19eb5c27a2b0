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
  /** It tells how a call goes on only if it is told where to. */
  readonly asksWhereTo?: true;
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
  sipgate: { source: 'phone', telephone: true, asksWhereTo: true },
  placetel: { signs: 'placetel', source: 'phone', telephone: true },
  telephone: { source: 'phone', telephone: true },
};

/** What people call their telephone, or who made it: one of the words of the name. */
const telephones =
  /^(?:(?:tele)?(?:phone|fon|phonie|phony|fonie)s?|telefon\w*|telephon\w*|tel|festnetz|handy|anruf\w*|anrufbeantworter|rufnummer|tk|tkanlage|ab|(?:phone)?calls?|(?:missed)?calls?|callcent(?:er|re)|calltrack\w*|callrail|missed|voice|voicemail|mailbox|pbx|ippbx|voip|cti|sip|sipgate\w*|placetel|3cx|ringcentral|aircall|zadarma|vonage|nexmo|easybell|fritz\w*|asterisk|freepbx|freeswitch|fusionpbx|starface|nfon|cloudya|dialpad|justcall|openphone|telnyx|plivo|swyx\w*|innovaphone|yeastar|grandstream|peoplefone|fonial|satellite|agfeo|auerswald|gigaset|octopus|unify|mitel|avaya|kavkom|cloudtalk|krispcall|talkdesk|sipcall|netphone|wildix|pascom|snom|yealink|telavox|toplink)$/;

const telephone: HookSender = { source: 'phone', telephone: true };

/** `sipgate-buero` is sipgate, and `anrufe-werkstatt` a telephone. */
export function hookSender(name: string): HookSender {
  if (Object.hasOwn(senders, name)) return senders[name] ?? {};
  const words = name.split('-');
  if (!words.some((word) => telephones.test(word)) && !telephones.test(words.join(''))) return {};
  const made = words.flatMap((word) => (Object.hasOwn(senders, word) ? [senders[word]] : []));
  return made.find((sender) => sender?.telephone) ?? telephone;
}

/** The word of a sender in its address: `typeform`, `google-ads`, `landingpage-bad`. */
export const isSenderName = (text: string): boolean => /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/.test(text);
