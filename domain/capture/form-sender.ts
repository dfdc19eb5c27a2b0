/** Who sent it, by what his bodies have and others have not. */

import { wrappers } from './answer-shapes.ts';
import { type Branch, isPosition } from './form-tree.ts';
import { plainWords } from './plain-words.ts';
import { labelsKept, remembered } from './remembered.ts';
import { type SenderShape, senders } from './sender-shapes.ts';

export interface Sender extends SenderShape {
  /** What makes this submission one, if he says it. */
  readonly submissionId: string | undefined;
}

export const squeeze = remembered((name) => plainWords(name).replaceAll(' ', ''), labelsKept);

/** @returns `undefined`: nobody in the table; the shapes alone must do. */
export function findSender(tree: Branch): Sender | undefined {
  const values = pathsOf(tree);
  const shape = senders.find(({ marks }) => marks.some((mark) => mark.every((path) => values.has(path))));
  return shape && { ...shape, submissionId: idOf(shape, values) };
}

function idOf({ id }: SenderShape, values: ReadonlyMap<string, string | undefined>): string | undefined {
  if (!id) return undefined;
  if (id.prefix === undefined) return id.at.map((path) => values.get(path)).find(Boolean);
  const parts = id.at.map((path) => values.get(path));
  return parts.at(-1) ? [id.prefix, ...parts.filter(Boolean)].join('-') : undefined;
}

/** Every path without positions, each also without the wrappers in front, with its first value. */
function pathsOf(tree: Branch): ReadonlyMap<string, string | undefined> {
  const values = new Map<string, string | undefined>();
  const note = (path: readonly string[], value: string | undefined): void => {
    for (let from = 0; from < path.length; from += 1) {
      const spelled = path.slice(from).join('.');
      values.set(spelled, values.get(spelled) ?? value);
      if (!wrappers.has(squeeze(path[from] ?? ''))) return;
    }
  };
  const walk = (branch: Branch, path: readonly string[]): void => {
    for (const [key, child] of branch.children) {
      const at = isPosition(key) ? path : [...path, key];
      note(at, child.value);
      walk(child, at);
    }
  };
  walk(tree, []);
  return values;
}
