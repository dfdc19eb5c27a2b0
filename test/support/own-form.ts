/** Our own form, as it is rendered and as a browser fills it in. */
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { hmacFormSeals } from '../../adapters/crypto/form-seals.ts';
import { tableFormLog } from '../../adapters/table/form-log.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { HttpResponse } from '../../functions/shared/http-message.ts';
import { aSqliteTable } from './sqlite.ts';

/** Signs as the world of tests does. */
export const testKeys = { current: { id: '1', secret: 'a secret for tests, long enough to sign' } };

/** What a door needs to judge forms. */
export const aFormJudge = (table = aSqliteTable()) => ({
  seals: hmacFormSeals({ keys: async () => testKeys }),
  formLog: tableFormLog(table),
});

const entities: Readonly<Record<string, string>> = { quot: '"', amp: '&', lt: '<', gt: '>', '#39': "'" };
const unescaped = (text: string) =>
  text.replace(/&(quot|amp|lt|gt|#39);/g, (_, name) => entities[name] ?? '');

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : unescaped(value);
}

/** The fields of the form as a browser would send them when nothing is filled in. */
export function fieldsOf({ body }: Pick<HttpResponse, 'body'>): Record<string, string> {
  const inputs = [...body.matchAll(/<(?:input|textarea)\b[^>]*>/g)].map(([tag]) => tag);
  const sent = inputs.filter((tag) => !/type="(radio|checkbox|file)"/.test(tag));
  return Object.fromEntries(sent.map((tag) => [attribute(tag, 'name') ?? '', attribute(tag, 'value') ?? '']));
}

/** The same once its script has done its work. */
export async function provenFieldsOf(form: Pick<HttpResponse, 'body'>): Promise<Record<string, string>> {
  const field = /<input[^>]*data-challenge[^>]*>/.exec(form.body)?.[0] ?? '';
  const challenge = JSON.parse(attribute(field, 'data-challenge') ?? '');
  const solution = await solveChallenge({ challenge, deriveKey });
  const proof = Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
  return { ...fieldsOf(form), altcha: proof };
}

/** The same lead, sent by somebody who proves nothing. */
export function unproven(lead: Lead): Lead {
  const { proof: _proof, ...rest } = lead;
  return {
    ...rest,
    timeline: lead.timeline.map(
      ({ proof: _, ...event }: Lead['timeline'][number] & { proof?: unknown }) =>
        event as Lead['timeline'][number],
    ),
  };
}
