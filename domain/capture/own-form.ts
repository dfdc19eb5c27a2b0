/** What our own form sends beside its questions. */
import type { Field } from './form-fields.ts';

/**
 * The names of these fields. Robots fill in whatever sounds like an address of the web, so the well sounds like one; with `nf-`
 * before it, no form of anybody else has it. `altcha` is what its programs call it everywhere.
 */
export const ownFieldNames = { rendered: 'nf-rendered', proof: 'altcha', well: 'nf-homepage-url' } as const;
type OwnField = keyof typeof ownFieldNames;

/** As sent: nothing is checked. */
export interface OwnAnswers {
  /** When the form was rendered, signed. */
  readonly rendered?: string | undefined;
  /** The work of the browser. */
  readonly proof?: string | undefined;
  /** Something was written where no person sees a field. */
  readonly well?: string | undefined;
}

/** Parts what our own form sends of itself from what was answered. */
export function takeOwnAnswers(fields: readonly Field[]): {
  readonly fields: readonly Field[];
  readonly own: OwnAnswers;
} {
  const names = Object.entries(ownFieldNames) as [OwnField, string][];
  const isOwn = ({ path }: Field) => path.length === 1 && names.some(([, name]) => name === path[0]);
  const given = names.flatMap(([key, name]) => {
    const field = fields.find(({ path, value }) => path.length === 1 && path[0] === name && value.trim());
    return field ? [[key, field.value]] : [];
  });
  return { fields: fields.filter((field) => !isOwn(field)), own: Object.fromEntries(given) };
}
