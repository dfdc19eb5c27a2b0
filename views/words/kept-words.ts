/** Words that are stored with a request: what was agreed to, and what the business reads beside it, that in German. */
import type { Company } from '../../domain/business/company.ts';
import type { KeptWords } from '../../domain/capture/recognise.ts';
import type { NoticeKind } from '../../domain/inbound/telephone-words.ts';
import { consentWording } from './consent-wording.ts';
import { contactLabels } from './labels.ts';

const calls: Readonly<Record<NoticeKind, string>> = {
  voicemail: 'Nachricht auf dem Anrufbeantworter',
  'missed-call': 'Anruf in Abwesenheit',
  fax: 'Fax',
  sms: 'SMS',
};

/** What the reading of a request has to store in words. */
export function keptWords(company: Company): KeptWords {
  return {
    consentWording: (language) => consentWording(company, language),
    email: contactLabels.email.de,
    phone: contactLabels.phone.de,
    proposedName: 'Name laut Unterschrift (Vorschlag)',
    forwardingNote: 'Notiz beim Weiterleiten',
    unreadSender: (address) => `Geschrieben von ${address}. Dort kommt keine Antwort an.`,
    sealed: sealedMail,
    call: (kind, caller) =>
      `${calls[kind]} ${caller === undefined ? 'ohne Rufnummer' : `von ${inDative(caller)}`}`,
  };
}

/** "von Herrn Dr. Lindner". */
const inDative = (caller: string): string => caller.replace(/^Herr (?=\S)/, 'Herrn ');

const sealedBy = { smime: 'S/MIME', pgp: 'PGP' } as const;

/** In place of what an encrypted mail says: the owner has no key here. */
export const sealedMail = (how: 'smime' | 'pgp'): string =>
  `Die E-Mail ist verschlüsselt (${sealedBy[how]}) und lässt sich hier nicht lesen. Bitte nachfragen, worum es geht, oder um dieselbe E-Mail ohne Verschlüsselung bitten.`;
/** In the place of the text of a mail that could not be read. */
export const unreadableMail = 'Diese E-Mail konnten wir nicht lesen. Das Original liegt bei.';
