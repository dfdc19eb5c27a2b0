/** What a form said of who asks, beside his name: kept as it came, until somebody corrects it. */
import { recogniseRole } from '../capture/field-names.ts';
import type { Salutation } from './contact.ts';
import type { Lead } from './lead.ts';
import { inGerman, salutationOf } from './person-name.ts';

type Said = Pick<Lead, 'contact' | 'request'>;
type OfPerson = 'company' | 'salutation';

const saidIn = ({ request }: Pick<Lead, 'request'>, role: OfPerson): string | undefined =>
  request.extra.find(({ name, value }) => recogniseRole(name) === role && value.trim() !== '')?.value;

export const companyOf = (lead: Said): string | undefined =>
  lead.contact.company ?? saidIn(lead, 'company')?.trim();

const keys: Readonly<Record<string, Salutation>> = { Herr: 'herr', Frau: 'frau', Familie: 'familie' };

/** As it was corrected, or as the form or the name says it. */
export function salutationKey(lead: Said): Salutation | undefined {
  const [first = ''] = (lead.contact.name ?? '').split(' ');
  const said = salutationOf(saidIn(lead, 'salutation') ?? '') ?? salutationOf(first);
  return lead.contact.salutation ?? (said === undefined ? undefined : keys[inGerman(said)]);
}

/** The other answers of the form: what was corrected is told by the correction. */
export function otherAnswers({ contact, request }: Said): Lead['request']['extra'] {
  const corrected = (role: unknown) =>
    (role === 'company' && contact.company !== undefined) ||
    (role === 'salutation' && contact.salutation !== undefined);
  return request.extra.filter(({ name }) => !corrected(recogniseRole(name)));
}

/** Without what the form said of it: it was wrong. */
export const withoutSaid = (request: Lead['request'], role: OfPerson): Lead['request'] => ({
  ...request,
  extra: request.extra.filter(({ name }) => recogniseRole(name) !== role),
});
