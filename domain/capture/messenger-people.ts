/** Messengers deliver what several people wrote at once: their messages in one list, their names in another beside it. */
import type { Field } from './form-fields.ts';
import { isPosition } from './form-tree.ts';

interface Item {
  readonly key: string;
  readonly who: string;
}

const digits = (text: string): string => text.replace(/\D/g, '');

/** @returns the fields of each, with what stands beside the lists; `undefined`: fewer than two people wrote. */
export function splitWriters(fields: readonly Field[]): readonly (readonly Field[])[] | undefined {
  const messages = itemsOf(fields, /^messages$/i, /^(?:from|sender|author|wa_?id|chat_?id)$/i);
  const writers = [...new Set(messages.map(({ who }) => who))];
  if (writers.length < 2) return undefined;
  const contacts = itemsOf(fields, /^contacts$/i, /^(?:wa_?id|phone|number|id)$/i);
  const items = new Map([...messages, ...contacts].map((item) => [item.key, item]));
  const itemOf = ({ path }: Field) => {
    const at = path.findIndex(
      (part, index) => isPosition(part) && items.has(keyOf(path.slice(0, index + 1))),
    );
    return at < 0 ? undefined : items.get(keyOf(path.slice(0, at + 1)));
  };
  return writers.map((writer) => fields.filter((field) => (itemOf(field)?.who ?? writer) === writer));
}

const keyOf = (path: readonly string[]): string => JSON.stringify(path);

/** The items of lists of this name, with the number they are of. */
function itemsOf(fields: readonly Field[], list: RegExp, name: RegExp): readonly Item[] {
  return fields.flatMap(({ path, value }) => {
    const [group = '', position = '', last = ''] = path.slice(-3);
    const who = digits(value);
    return list.test(group) && isPosition(position) && name.test(last) && who.length >= minDigits
      ? [{ key: keyOf(path.slice(0, -1)), who }]
      : [];
  });
}
/** A number with its country has more, and the position of a contact fewer. */
const minDigits = 8;
