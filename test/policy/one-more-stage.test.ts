/**
 * What the design promises: a stage, a cadence and a mail each cost at most three files. The tree is copied, a patch adds the
 * stage "Auftrag in Vorbereitung" and a word to the owner 14 days after winning, and the compiler and a whole sale run over it.
 * Whoever gives the product itself this stage or this word takes it out of the patch, or names another one here.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** All that runs, without what tests it: tests name stages as they please. */
const copied = [
  'adapters',
  'checks',
  'companies',
  'docs',
  'domain',
  'functions',
  'infra',
  'local',
  'ops',
  'statemachine',
  'views',
  'package.json',
  'tsconfig.json',
];

/** Where something is added in a file: before the first line that begins so. */
type Patch = Readonly<Record<string, readonly { readonly before: string; readonly add: string }[]>>;

const policy: Patch = {
  'domain/lead/pipeline.ts': [
    { before: "  'won',", add: "  'order-preparation',\n" },
    {
      before: "  'unqualified',\n  'service',\n  'service-confirmed'",
      add: "  'order-preparation',\n  'won',\n",
    },
    {
      before: '  /** Begins on the day the lead was put off to. */',
      add: `  'order-preparation': { to: 'owner', after: ['1 working day'], thenEach: '2 working days' },
  won: { to: 'owner', after: ['P14D'] },
`,
    },
    {
      before: "  won: { ...closed, probability: 100, requires: ['final-value'], sum: 'final' },",
      add: `  'order-preparation': {
    ...sale,
    group: 'decision',
    probability: 95,
    requires: ['quoted-value'],
    waitsFor: 'owner',
    cadence: 'order-preparation',
    sum: 'quoted',
    visit: 'stays',
    steps: ['win', 'plan-visit', 'reached', 'lose', 'postpone'],
    on: { ...inSale('order-preparation'), visitOver: 'order-preparation' },
  },
`,
    },
  ],
};

const words: Patch = {
  'views/words/stages.ts': [
    {
      before: '  won: {',
      add: "  'order-preparation': { de: 'Opportunity – Auftrag in Vorbereitung', en: 'Opportunity – order preparation' },\n",
    },
    { before: "  won: 'Auftrag'", add: "  'order-preparation': 'Auftrag in Vorbereitung',\n" },
  ],
  'views/words/mails/chase.ts': [
    {
      before: '  unqualified: (',
      add: `  'order-preparation': ({ who, plate }) => ({
    subject: \`\${plate}: Auftrag vorbereiten\`,
    because: \`Die Vorbereitung des Auftrags von \${who} steht noch aus.\`,
  }),
  won: ({ who, plate }) => ({
    subject: \`\${plate}: alles gut?\`,
    because: \`Der Auftrag von \${who} ist zwei Wochen her: Bitte fragen Sie nach, ob alles passt.\`,
  }),
`,
    },
  ],
};

/** A closed stage gets its cadence by two fields of the row that is there. */
function wakeAfterWinning(table: string): string {
  const row = "  won: { ...closed, probability: 100, requires: ['final-value'], sum: 'final' },";
  expect(table).toContain(row);
  return table.replace(row, row.replace(' },', ", cadence: 'won', timer: 'execution' },"));
}

let copy: string;

beforeAll(() => {
  copy = realpathSync(mkdtempSync(join(tmpdir(), 'nachfass-policy-')));
  for (const part of copied) cpSync(join(root, part), join(copy, part), { recursive: true });
  cpSync(join(root, 'test/support'), join(copy, 'test/support'), { recursive: true });
  cpSync(
    join(root, 'test/policy/one-more-stage.story.ts'),
    join(copy, 'test/policy/one-more-stage.story.test.ts'),
  );
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  const config = JSON.parse(readFileSync(join(copy, 'tsconfig.json'), 'utf8'));
  writeFileSync(
    join(copy, 'tsconfig.json'),
    JSON.stringify({ ...config, include: copied.filter((part) => !part.includes('.')) }),
  );
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

function apply(patch: Patch): void {
  for (const [file, additions] of Object.entries(patch)) {
    let text = readFileSync(join(copy, file), 'utf8');
    for (const { before, add } of additions) {
      const at = text.indexOf(`\n${before}`);
      if (at < 0) throw new Error(`${file} has no line "${before}"`);
      text = `${text.slice(0, at + 1)}${add}${text.slice(at + 1)}`;
    }
    writeFileSync(join(copy, file), text);
  }
}

/** Runs one of the project's tools in the copy, with the Node that runs this. */
function run(tool: string, ...args: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'node_modules', tool), ...args],
    {
      cwd: copy,
      encoding: 'utf8',
    },
  );
  return { status, output: stdout + stderr };
}

const compile = () => run('typescript/bin/tsc', '--noEmit');

test('the patch has three files', () => {
  expect(Object.keys({ ...policy, ...words })).toHaveLength(3);
});

test('the table alone does not compile: the compiler asks for the words, and for nothing else', () => {
  expect(compile()).toEqual({ status: 0, output: '' });
  apply(policy);
  const table = join(copy, 'domain/lead/pipeline.ts');
  writeFileSync(table, wakeAfterWinning(readFileSync(table, 'utf8')));
  const { status, output } = compile();
  expect(status).not.toBe(0);
  const files = new Set([...output.matchAll(/^([\w/.-]+\.ts)\(/gm)].map(([, file]) => file));
  expect([...files].toSorted()).toEqual(Object.keys(words).toSorted());
});

test('with its words the compiler is content, and no stage is named outside the table', () => {
  apply(words);
  expect(compile()).toEqual({ status: 0, output: '' });
  const { status, stderr } = spawnSync(process.execPath, [join(copy, 'checks/stage-literals.ts')], {
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

test('a whole sale goes through it', () => {
  // As patient as all tests of this project: only what hangs ends by this.
  const patience = ['--testTimeout', '600000', '--hookTimeout', '600000'];
  const { status, output } = run('vitest/vitest.mjs', 'run', '--root', copy, ...patience);
  expect(output).toContain('one-more-stage.story.test.ts');
  expect(status, output).toBe(0);
});
