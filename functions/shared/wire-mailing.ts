import { hmacAddresses } from '../../adapters/crypto/hmac-addresses.ts';
import { hmacLinks } from '../../adapters/crypto/hmac-links.ts';
import { loadLinkKeys, secretsClient } from '../../adapters/secretsmanager/link-keys.ts';
import type { ReplyAddresses } from '../../domain/ports/reply-addresses.ts';
import type { SignedLinks } from '../../domain/ports/signed-links.ts';
import type { EnvironmentOf } from './environment.ts';
import type { mailingVariables } from './mailing-variables.ts';

type MailingEnvironment = EnvironmentOf<typeof mailingVariables>;

interface Mailing {
  readonly links: SignedLinks;
  /** Absent: mails are not received, answers go to the mailboxes of people. */
  readonly replyAddresses: ReplyAddresses | undefined;
  /** What our keys towards push servers follow from. */
  readonly pushSecret: string;
}

/**
 * What mails need that are written with links and addresses that are signed.
 * @throws Error the keys cannot be read.
 */
export async function wireMailing(env: MailingEnvironment): Promise<Mailing> {
  const keys = await loadLinkKeys({ client: secretsClient(), secretArn: env.LINK_SECRET_ARN });
  const base = env.COMPANY.mail.receive;
  return {
    pushSecret: keys.push ?? keys.current.secret,
    links: hmacLinks({ baseUrl: env.PUBLIC_URL, keys }),
    replyAddresses: base === undefined ? undefined : hmacAddresses({ base, keys }),
  };
}
