import { type Body, readBody } from '../../../functions/shared/read-body.ts';

export const json = 'application/json';
export const urlencoded = 'application/x-www-form-urlencoded';

/** `{ 'a.b': 'c' }`: paths joined by dots. */
export function fieldsOf(body: Body): Record<string, string> {
  if ('unreadable' in body) throw new Error(`Unreadable: ${body.unreadable}`);
  return Object.fromEntries(body.fields.map(({ path, value }) => [path.join('.'), value]));
}

export const read = async (type: string | undefined, body: string | Uint8Array) =>
  fieldsOf(await readBody(type, Buffer.from(body)));

/** Names, kinds and sizes of the files. */
export async function filesOf(type: string | undefined, body: string | Uint8Array) {
  const result = await readBody(type, Buffer.from(body));
  if ('unreadable' in result) throw new Error(`Unreadable: ${result.unreadable}`);
  return result.files.map(({ name, contentType, bytes }) => [name, contentType, bytes.length]);
}
