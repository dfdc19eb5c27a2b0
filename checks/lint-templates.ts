/** `npm run lint:templates`: what CloudFormation would say about the templates in `cdk.out`, said before it does. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PythonUnavailableError, pythonTools, unavailableExitCode } from './python-tools.ts';

/** W3005: CDK also writes down the dependencies that follow from references; they are redundant and harmless. */
const ignored = ['W3005'];

const output = fileURLToPath(new URL('../cdk.out/', import.meta.url));

/** The templates of the last synth, and not what an earlier one left behind. */
function templates(): string[] {
  const manifest = join(output, 'manifest.json');
  if (!existsSync(manifest)) throw new Error('There are no templates yet: run "npm run synth" first');
  const { artifacts } = JSON.parse(readFileSync(manifest, 'utf8')) as {
    artifacts: Record<string, { type: string; properties?: { templateFile?: string } }>;
  };
  return Object.values(artifacts).flatMap(({ type, properties }) =>
    type === 'aws:cloudformation:stack' && properties?.templateFile
      ? [join(output, properties.templateFile)]
      : [],
  );
}

try {
  const files = templates();
  const bin = pythonTools(fileURLToPath(new URL('cfn-lint.txt', import.meta.url)));
  const { status } = spawnSync(join(bin, 'cfn-lint'), ['--ignore-checks', ...ignored, '--', ...files], {
    stdio: 'inherit',
  });
  if (status === 0) console.log(`cfn-lint has nothing to say about ${files.length} templates.`);
  process.exitCode = status ?? 1;
} catch (error) {
  console.error(`The templates were not checked. ${error instanceof Error ? error.message : error}.`);
  process.exitCode = error instanceof PythonUnavailableError ? unavailableExitCode : 1;
}
