import type { Field } from '../../domain/capture/form-fields.ts';
import { hookSender } from '../../domain/capture/hook-senders.ts';
import { splitPeople } from '../../domain/capture/people.ts';
import type { Submission } from '../../domain/capture/recognise.ts';
import type { FormFile } from '../shared/form-files.ts';
import { keepFiles } from '../shared/keep-files.ts';
import { keepSubmission } from '../shared/keep-submission.ts';
import type { HookArrival, ReceiveHookDeps, Settled } from './arrival.ts';
import { asCaptured } from './as-captured.ts';
import { keepAside } from './keep-aside.ts';
import { readFields } from './read-fields.ts';
import { understood } from './understood.ts';

/** A body as far as it was read. */
interface ReadForm {
  readonly fields: readonly Field[];
  readonly files: readonly FormFile[];
}

/**
 * The forms in a body become leads, one for each person; who cannot be reached lies aside for the owner.
 * @throws Error neither the store nor the queue has one of them. A repeat finds those that were stored.
 */
export async function captureForms(
  arrival: HookArrival,
  { fields, files: sent }: ReadForm,
  deps: ReceiveHookDeps,
): Promise<Settled> {
  const submissions = splitPeople(fields).map((person) => read(person, arrival, deps));
  const reachable = submissions.filter(isReachable);
  const [unreachable] = submissions.filter((one) => !isReachable(one));
  // Whose they are nobody says: the first of several has them.
  const files = await keepFiles(sent, `hook ${arrival.hook.id}`, deps);
  const leads = [];
  for (const [index, submission] of reachable.entries()) {
    const captured = asCaptured(arrival, submission, {
      leadId: deps.ids.newLeadId(),
      index,
      ...(index === 0 && { files }),
    });
    leads.push(await keepSubmission(captured, deps));
  }
  const [first] = leads;
  const kept =
    unreachable && (await keepAside(arrival, unreachable, 'unreachable', deps, first ? undefined : files));
  const facts = understood(submissions);
  if (!first) return { ...(kept ?? { outcome: 'noted', leadIds: [] }), ...facts };
  return {
    outcome: leads.some(({ created }) => created) ? 'lead' : 'repeated',
    leadIds: [...leads.map(({ lead }) => lead.id), ...(kept?.leadIds ?? [])],
    lead: first.lead,
    ...facts,
  };
}

/**
 * What somebody else may have sent waits for the owner: he sees what it says.
 * @throws Error it could not be stored.
 */
export async function keepUnsigned(
  arrival: HookArrival,
  body: ReadForm,
  deps: ReceiveHookDeps,
): Promise<Settled> {
  const submission = read(body.fields, arrival, deps);
  const files = await keepFiles(body.files, `hook ${arrival.hook.id}`, deps);
  const kept = await keepAside(arrival, submission, 'wrong-signature', deps, files);
  return { ...kept, ...understood([submission]) };
}

/** What a field of this name says is an answer here: no trap for robots stands in a form of another make. */
const trap = 'website';

function read(fields: readonly Field[], arrival: HookArrival, { company }: ReceiveHookDeps): Submission {
  const answers = fields.map((field) =>
    field.path.length === 1 && field.path[0] === trap ? { ...field, path: [`${trap} `] } : field,
  );
  return readFields(answers, arrival, company, !hookSender(arrival.hook.sender).telephone);
}

const isReachable = ({ contact }: Submission): boolean => (contact.email ?? contact.phone) !== undefined;
