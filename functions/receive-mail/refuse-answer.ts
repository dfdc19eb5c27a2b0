import type { Callee } from '../../domain/business/people.ts';
import { maySee } from '../../domain/business/recipients.ts';
import { onlySender } from '../../domain/inbound/authentic.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { without } from '../../domain/lead/renew.ts';
import { MailRefusedError } from '../../domain/ports/errors.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { type AnswerRefusal, answerRefusedMail } from '../../views/mail/answer-refused.ts';
import { actionLinks } from '../shared/action-links.ts';
import { updateLead } from '../shared/change-lead.ts';
import type { Arrival, ReceiveMailDeps } from './arrival.ts';
import { tellOwner } from './tell-owner.ts';
import { writerOf } from './writer.ts';

/**
 * Tells whoever wrote an answer that it did not go out, with his words, so that they are not lost. What may be forged, or is by
 * somebody whom the business does not name, the owner reads.
 * @throws MailRefusedError the provider does not take mails now: to be tried again.
 */
export async function refuseAnswer(
  why: AnswerRefusal,
  arrival: Arrival,
  lead: Lead,
  deps: ReceiveMailDeps,
): Promise<void> {
  const { company, links } = deps;
  await goOnReminding(lead, deps);
  for (const { to, key, person, writtenBy } of readersOf(arrival, lead, deps)) {
    const notice = {
      leadId: lead.id,
      key: `answer-refused#${arrival.delivery.id}${key}`,
      to,
      content: (now: Moment) =>
        answerRefusedMail({
          company,
          lead,
          why,
          text: arrival.timelineText ?? '',
          writtenBy,
          actions: why === 'said-to-us' ? actionLinks(links, lead, now, { company, person }).all : [],
        }),
    };
    try {
      await tellOwner(notice, deps);
    } catch (error) {
      if (error instanceof MailRefusedError) throw error;
      deps.log.error('Nobody could be told that an answer stays here', error, { leadId: lead.id });
    }
  }
}

interface Reader {
  readonly to: readonly string[];
  /** Tells the mail to him apart from the one to the owner. */
  readonly key: string;
  /** Absent: the mail goes to all of the owner's addresses. */
  readonly person?: Callee | undefined;
  /** Whose answer it is, if not his own. */
  readonly writtenBy?: string | undefined;
}

function readersOf(arrival: Arrival, lead: Lead, deps: ReceiveMailDeps): readonly Reader[] {
  const { company } = deps;
  const { owner } = company;
  const { fromOwner, authentic } = arrival;
  const person = writerOf(arrival, deps);
  const address = onlySender(arrival.mail)?.address;
  if (fromOwner) {
    const own = owner.email.filter((one) => one.toLowerCase() === address);
    return [{ to: authentic ? own : owner.email, key: '', person: authentic ? person : undefined }];
  }
  const byOwner: Reader = { to: owner.email, key: '', writtenBy: address };
  if (!person) return [byOwner];
  const writer: Reader = { to: [person.email], key: `#${person.key}`, person };
  if (authentic) return [writer];
  return maySee(company, person, lead, deps.clock.now()) ? [byOwner, writer] : [byOwner];
}

/** It does not wait any more, and is not with the customer. */
async function goOnReminding({ id, answerHeld }: Lead, { leads }: ReceiveMailDeps): Promise<void> {
  if (!answerHeld) return;
  await updateLead(leads, id, (stored) => (stored.answerHeld ? without(stored, 'answerHeld') : undefined));
}
