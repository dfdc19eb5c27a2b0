/**
 * Stages are told apart in the pipeline's tables and nowhere else. This check refuses the name of a stage in code: whoever
 * compares with one has a rule that the tables do not know, and that a new stage would miss. Part of `npm run check`.
 *
 * Keys of a `Record` by stage are no literals in this sense: the compiler asks for a missing one.
 */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { stageKeys } from '../domain/lead/pipeline.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Where the business runs. Tests, measurements and stories of one walk through stages by name, as people do. */
const searched = '{domain,views,statemachine,functions,adapters,infra,local,ops,docs}/**/*.ts';

/** The tables, and keys that must stay what they are in links that people hold. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'domain/lead/pipeline.ts': stageKeys,
  'domain/lead/action.ts': ['service-done'],
  'local/demo/closed-requests.ts': ['service-done'],
};

interface Finding {
  /** Counted from 1. */
  readonly line: number;
  readonly stage: string;
}

const comments = /(?<=^|\s)\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
const names = new RegExp(`(['"\`])(${stageKeys.join('|')})\\1`, 'g');

/** The names of stages that stand in the source as values, in templates too. */
export function findStageLiterals(source: string): Finding[] {
  const code = source.replace(comments, (comment) => comment.replace(/[^\n]/g, ' '));
  return [...code.matchAll(names)].flatMap(({ index, 0: literal, 2: stage = '' }) => {
    const before = code.slice(0, index).trimEnd().at(-1);
    const after = code.slice(index + literal.length).trimStart()[0];
    const isKey = after === ':' && (before === '{' || before === ',');
    return isKey ? [] : [{ line: code.slice(0, index).split('\n').length, stage }];
  });
}

/** One line for each finding in the tree, as `file:line names the stage "…"`. */
function search(): string[] {
  return globSync(searched, { cwd: root })
    .toSorted()
    .flatMap((file) =>
      findStageLiterals(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'))
        .filter(({ stage }) => !allowed[file]?.includes(stage))
        .map(({ line, stage }) => `${file}:${line} names the stage "${stage}"`),
    );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const findings = search();
  for (const finding of findings) console.error(finding);
  if (findings.length > 0) {
    console.error('Make what differs a trait of StageRule in domain/lead/pipeline.ts.');
    process.exitCode = 1;
  }
}
