/** The provider of mails: takes them, refuses them, or leaves open which; and says later what became of them. */
import type { SESClient } from '@aws-sdk/client-ses';
import { sesMailer } from '../../../adapters/ses/ses-mailer.ts';
import { MailRefusedError, MailUncertainError } from '../../../domain/ports/errors.ts';
import type { Mailer, OutgoingMail } from '../../../domain/ports/mailer.ts';
import type { Entropy } from '../engine/entropy.ts';
import { type Fault, faults, type Weather } from '../engine/faults.ts';
import type { Scheduler } from '../engine/scheduler.ts';
import type { Call } from './calls.ts';

/** A mail that the provider took: it goes out. */
export interface SentMail {
  readonly messageId: string;
  readonly atMs: number;
  /** When what sent it began: a process may have stood still since, and shows its lead as it was then. */
  readonly begunMs: number;
  readonly mail: OutgoingMail;
  /** The lead it is about and its key, as its header says; absent: about no one lead. */
  readonly leadId?: string;
  readonly key?: string;
}

export interface Post {
  mailer(call: Call): Mailer;
  readonly sent: readonly SentMail[];
}

interface PostDeps {
  readonly scheduler: Scheduler;
  readonly weather: Weather;
  readonly entropy: Entropy;
  /** Whether the provider refuses an address for good. */
  readonly isRefused: (address: string) => boolean;
  readonly onSent: (sent: SentMail) => void;
  readonly onTrouble: (about: string) => void;
}

/** What a call to the provider answers: as its client throws it. */
type Refusal = readonly [name: string, status: number | undefined, message: string];

const passing: readonly Refusal[] = [
  ['Throttling', 400, 'Maximum sending rate exceeded.'],
  ['ThrottlingException', 429, 'Rate exceeded'],
  ['ServiceUnavailable', 503, 'The service is not available'],
  ['InternalFailure', 500, 'An internal error occurred'],
  ['ExpiredTokenException', 403, 'The security token included in the request is expired'],
];
const ofTheAddress: readonly Refusal[] = [
  ['InvalidParameterValue', 400, "Missing final '@domain'"],
  ['InvalidParameterValue', 400, 'Local address contains control or whitespace'],
  ['MessageRejected', 400, 'Address blacklisted.'],
];
const unanswered: Refusal = ['TimeoutError', undefined, 'socket hang up'];

const mailFaults = [
  'mail-refused',
  'mail-unanswered-taken',
  'mail-unanswered-lost',
] as const satisfies readonly Fault[];

/** Whoever did not get through has sent nothing; whoever waits in vain does not know. */
const failureOf = (fault: Fault): Error =>
  fault === 'call-fails-before' || fault === 'call-throttled'
    ? new MailRefusedError('No connection (simulated)')
    : new MailUncertainError('No answer (simulated)');

export function post(world: PostDeps): Post {
  const { scheduler, weather, entropy } = world;
  const sent: SentMail[] = [];

  const take = (mail: OutgoingMail): string => {
    const messageId = `0107${entropy.bytes(8).toString('hex')}-${String(sent.length).padStart(6, '0')}`;
    const [, leadId, key] = /^([0-9A-Z]{10})\/(.+)$/.exec(mail.headers['X-Nachfass-Mail'] ?? '') ?? [];
    const atMs = scheduler.nowMs();
    const begunMs = scheduler.current()?.begunMs ?? atMs;
    const one = { messageId, atMs, begunMs, mail, ...(leadId && { leadId }), ...(key && { key }) };
    sent.push(one);
    world.onSent(one);
    return messageId;
  };

  /** What each refusal means, by what the provider says and to whom the mail went. */
  const meanings = new Map<string, Promise<unknown>>();
  /** The adapter says what a refusal means: it is asked, as in the cloud. What the mail says is of no matter for that. */
  const refuse = async (mail: OutgoingMail, [name, status, message]: Refusal): Promise<never> => {
    const { from, to, replyTo, at } = mail;
    const asked = JSON.stringify([name, status, message, from, to.length, replyTo === from.address]);
    const known = meanings.get(asked);
    if (known) throw await known;
    const fault = Object.assign(new Error(message), { name, $metadata: { httpStatusCode: status } });
    const mailer = sesMailer({ client: { send: () => Promise.reject(fault) } as unknown as SESClient });
    const meaning = mailer
      .send({ from, to, replyTo, subject: '-', at, text: '-', html: '-', headers: {} })
      .catch((error: unknown) => error);
    meanings.set(asked, meaning);
    throw await meaning;
  };

  const ofOurs = (text: string): Refusal => {
    const [name = '', message = ''] = text.split(/: (.*)/);
    return [name, 400, message];
  };

  return {
    sent,
    mailer: (call) => ({
      async send(mail) {
        const storm = weather.storm();
        const refused = mail.to.some(world.isRefused);
        const fault = weather.oneOf(mailFaults);
        const about = mail.headers['X-Nachfass-Mail'] ?? mail.subject;
        const ours = storm?.senderFault !== undefined;
        if (ours) weather.count('sender-out-of-order');
        else if (refused) weather.count('address-refused');
        if (fault === 'mail-unanswered-taken' || fault === 'mail-unanswered-lost') world.onTrouble(about);
        const what = ours ? 'sender-out-of-order' : (fault ?? (refused ? 'address-refused' : undefined));
        const said = what ? ` ${faults[what].says}` : '';
        // Its own faults, not those of a table: a call that fails before has not reached the provider.
        return call(
          `mail ${about}${said}`,
          async () => {
            if (ours) return refuse(mail, ofOurs(storm?.senderFault ?? ''));
            if (fault === 'mail-refused') return refuse(mail, entropy.pick(passing));
            if (fault === 'mail-unanswered-lost') return refuse(mail, unanswered);
            if (refused) return refuse(mail, entropy.pick(ofTheAddress));
            const messageId = take(mail);
            return fault === 'mail-unanswered-taken' ? refuse(mail, unanswered) : messageId;
          },
          { failure: failureOf },
        );
      },
    }),
  };
}
