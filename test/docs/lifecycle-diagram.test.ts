import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lifecycleDiagram } from '../../docs/lifecycle-diagram.ts';
import { pipeline, stageKeys } from '../../domain/lead/pipeline.ts';
import { stageLabels } from '../../views/words/stages.ts';

test('the picture in the README is the pipeline (npm run diagram)', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  expect(readme).toContain(`\`\`\`mermaid\n${lifecycleDiagram()}\n\`\`\``);
});

test('every stage is in the picture with its probability', () => {
  const nodes = lifecycleDiagram()
    .split('\n')
    .filter((line) => line.includes('["'));
  for (const stage of stageKeys) {
    const { probability } = pipeline[stage];
    const node = nodes.find((line) => line.includes(`"${stageLabels[stage].de}`));
    expect(node).toContain(probability === null ? stageLabels[stage].de : `<br>${probability} %`);
  }
});
