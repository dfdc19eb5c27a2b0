/** Chats that arrive as a list, a speaker and his words in each item: read as the transcript that they are. */
import { speakerOf } from './conversation.ts';
import type { Field } from './form-fields.ts';
import { isPosition } from './form-tree.ts';

const speakers =
  /^(?:role|author|sender|from|speaker|participant|by|type|user|rolle|autor|absender|sprecher)$/i;
const words = /^(?:text|message|content|body|msg|value|nachricht|inhalt)$/i;

interface Turn {
  speaker?: ReturnType<typeof speakerOf>;
  said?: string;
}

/** @returns the fields, with one of several lines in place of each such list. */
export function joinTurns(fields: readonly Field[]): readonly Field[] {
  const lists = new Map<string, Map<string, Turn>>();
  for (const { path, value } of fields) {
    const [position = '', name = ''] = path.slice(-2);
    if (path.length < 2 || typeof value !== 'string' || !isPosition(position)) continue;
    const key = JSON.stringify(path.slice(0, -2));
    const turns = lists.get(key) ?? new Map<string, Turn>();
    const turn = turns.get(position) ?? {};
    if (speakers.test(name)) turn.speaker ??= speakerOf(value);
    if (words.test(name)) turn.said ??= value;
    lists.set(key, turns.set(position, turn));
  }
  const chats = new Map(
    [...lists].flatMap(([key, turns]) => {
      const said = [...turns.values()];
      const isChat =
        said.every(({ speaker }) => speaker !== undefined) &&
        said.some(({ speaker }) => speaker === 'bot') &&
        // People who only stand in a list say nothing.
        said.some((turn) => turn.said !== undefined);
      const lines = said.map((turn) => `${turn.speaker === 'bot' ? 'Bot' : 'Besucher'}: ${turn.said ?? ''}`);
      return isChat ? [[key, lines.join('\n')] as const] : [];
    }),
  );
  if (chats.size === 0) return fields;
  const listOf = ({ path }: Field) => JSON.stringify(path.slice(0, -2));
  const others = fields.filter((field) => field.path.length < 2 || !chats.has(listOf(field)));
  const joined = [...chats].map(([key, value]) => {
    const path: string[] = JSON.parse(key);
    return { path: path.length === 0 ? ['message'] : path, value };
  });
  return [...others, ...joined];
}
