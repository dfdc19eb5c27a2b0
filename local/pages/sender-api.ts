/** The sender's state, to be tried out: `/_local/sender`. */
import { answerForm, type Call, json, Refusal, readFields } from '../http/answers.ts';
import { isTrouble, type SenderTrouble, troubleNames } from '../mail/sender-trouble.ts';

export interface SenderApiDeps {
  readonly sender: SenderTrouble;
}

export function showSender({ response }: Call, { sender }: SenderApiDeps): void {
  json(response, { trouble: sender.name() ?? null });
}

/** `{"trouble":"not-verified"}` puts it out of order, `{"trouble":null}` mends it. */
export async function changeSender({ request, response }: Call, { sender }: SenderApiDeps): Promise<void> {
  const { trouble = null } = await readFields(request);
  if (trouble !== null && trouble !== '' && !isTrouble(trouble)) {
    throw new Refusal(400, `"trouble" is null or one of: ${troubleNames.join(', ')}.`);
  }
  sender.set(isTrouble(trouble) ? trouble : undefined);
  answerForm({ request, response }, { trouble: sender.name() ?? null });
}
