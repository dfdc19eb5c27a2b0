/** A sender that is out of order, as long as somebody who tries it wants: what SES would say to every mail of ours. */
import type { SesRefusal } from './mail-simulator.ts';

/** Of a kind each, in SES's words. */
const troubles = {
  'not-verified': {
    code: 'MessageRejected',
    message:
      'Email address is not verified. The following identities failed the check in region EU-CENTRAL-1',
  },
  paused: { code: 'AccountSendingPausedException', message: 'Email sending is disabled for this account.' },
  'mail-from': { code: 'MailFromDomainNotVerifiedException', message: 'The MX record cannot be read.' },
  'configuration-set': {
    code: 'ConfigurationSetDoesNotExistException',
    message: 'Configuration set does not exist.',
  },
  'daily-quota': { code: 'Throttling', message: 'Daily message quota exceeded.' },
  throttled: { code: 'Throttling', message: 'Maximum sending rate exceeded.' },
} as const satisfies Record<string, SesRefusal>;
export type Trouble = keyof typeof troubles;

export const isTrouble = (text: unknown): text is Trouble =>
  typeof text === 'string' && Object.hasOwn(troubles, text);
export const troubleNames = Object.keys(troubles);

export interface SenderTrouble {
  /** @param trouble `undefined`: mended. */
  set(trouble: Trouble | undefined): void;
  name(): Trouble | undefined;
  refusal(): SesRefusal | undefined;
}

/** In order until somebody says otherwise, and after a restart. */
export function senderTrouble(): SenderTrouble {
  let current: Trouble | undefined;
  return {
    set(trouble) {
      current = trouble;
    },
    name: () => current,
    refusal: () => current && troubles[current],
  };
}
