import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { findStageLiterals } from '../../checks/stage-literals.ts';

const found = (source: string) => findStageLiterals(source).map(({ line, stage }) => `${line} ${stage}`);

test.each([
  ['a comparison', "if (lead.stage === 'service') ring();"],
  ['a comparison within a template', `html\`<p class="\${lead.stage !== 'service' ? 'quiet' : ''}">\``],
  ['a list', "const stays = ['service'].includes(stage);"],
  ['a case', "switch (stage) {\n  case 'service':\n}"],
  ['a target', "move(lead, { to: 'service' })"],
  ['a choice', "const stage = urgent ? 'service' : other;"],
  ['double quotes', 'stage === "service"'],
  ['a template', 'stage === `service`'],
])('%s names a stage', (_, source) => {
  expect(found(source).map((finding) => finding.split(' ')[1])).toEqual(['service']);
});

test('a finding says where', () => {
  expect(found("// 'lost' in a comment\n\nif (stage === 'won') return;")).toEqual(['3 won']);
});

test.each([
  ['keys of a table', "const labels: Record<Stage, string> = { new: 'Neu', 'in-progress': 'In Arbeit' };"],
  ['comments', "/** As `'quoted'`, but not 'lost'. */\nconst one = 1; // not 'won'"],
  ['other texts', "const address = 'https://example.org/new'; // new"],
])('%s do not', (_, source) => {
  expect(found(source)).toEqual([]);
});

test('the tree names no stage outside the tables', () => {
  const check = fileURLToPath(new URL('../../checks/stage-literals.ts', import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [check], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});
