/** Forms that come as text: the lines that a browser writes for `enctype="text/plain"`, and those of a template. */
import { recogniseRole } from '../../domain/capture/field-names.ts';
import { type Field, maxFields, parsePath } from '../../domain/capture/form-fields.ts';

/** @returns `undefined`: it is a text, and no form. */
export const readTextForm = (text: string): readonly Field[] | undefined =>
  readPlainLines(text) ?? readLabelledLines(text);

const line = /^([\p{L}_][\p{L}\d_.\-[\]:* ]{0,60})=(.*)$/u;

/**
 * The lines of a form with `enctype="text/plain"`: `name=value`, nothing escaped; what has no name goes on with the value before.
 * @returns `undefined`: these are no such lines.
 */
function readPlainLines(text: string): Field[] | undefined {
  const lines = text.trimEnd().split(/\r?\n/);
  if (lines.length > maxFields) return undefined;
  const fields: { path: readonly string[]; value: string }[] = [];
  for (const one of lines) {
    const [, name, value = ''] = line.exec(one) ?? [];
    const last = fields.at(-1);
    if (name !== undefined) fields.push({ path: parsePath(name), value });
    else if (last) last.value += `\n${one}`;
    else return undefined;
  }
  return fields.length > 1 ? fields : undefined;
}

const labelled = /^\s{0,20}([\p{L}_][\p{L}\d_.\-/()* ]{0,60}):(.*)$/u;
/** One known word before a colon stands in any letter. */
const minKnownLabels = 2;

/**
 * `Telefon: 0171 …`, one below the other, as a template writes them: at least two of the labels are known, and one of them
 * is a way to answer. A line that begins with no label goes on with the value before; so does one of a message whose label
 * nobody knows.
 */
function readLabelledLines(text: string): readonly Field[] | undefined {
  const lines = text.trimEnd().split(/\r?\n/);
  if (lines.length > maxFields) return undefined;
  const fields: { readonly label: string; value: string }[] = [];
  const roles = new Set<string>();
  for (const one of lines) {
    const [, label, value = ''] = labelled.exec(one) ?? [];
    const role = label === undefined ? undefined : recogniseRole(label.trim());
    const last = fields.at(-1);
    const isWithinText = last !== undefined && recogniseRole(last.label) === 'message' && role === undefined;
    if (label !== undefined && !isWithinText) fields.push({ label: label.trim(), value: value.trim() });
    else if (last) last.value += `\n${one}`;
    // A heading.
    else fields.push({ label: 'subject', value: one });
    if (role !== undefined && value.trim() !== '') roles.add(role);
  }
  const isForm = roles.size >= minKnownLabels && (roles.has('email') || roles.has('phone'));
  return isForm ? fields.map(({ label, value }) => ({ path: [label], value })) : undefined;
}
