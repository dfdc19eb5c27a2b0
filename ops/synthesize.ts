/** What CloudFormation would get for the example business with the default settings: those of production. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
}

interface Resource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
}

export const repository = fileURLToPath(new URL('../', import.meta.url));

interface Synthesis {
  /** An empty folder, for the templates and the code they name. */
  readonly into: string;
  /** With the code of the functions: ten seconds more. */
  readonly bundled: boolean;
  /** Another checkout of this repository, with its packages installed. */
  readonly checkout?: string;
}

/** @throws Error the app does not run; its own words went to stderr. */
export function synthesize({ into, bundled, checkout = repository }: Synthesis): Template[] {
  execFileSync(process.execPath, ['infra/app.ts'], {
    cwd: checkout,
    // Nothing else: the settings of a deployment may stand in the environment.
    env: {
      PATH: process.env.PATH,
      CDK_OUTDIR: into,
      ...(!bundled && { CDK_CONTEXT_JSON: JSON.stringify({ 'aws:cdk:bundling-stacks': [] }) }),
    },
    stdio: ['ignore', 'ignore', bundled ? 'ignore' : 'inherit'],
  });
  return readdirSync(into)
    .filter((file) => file.endsWith('.template.json'))
    .map((file) => JSON.parse(readFileSync(join(into, file), 'utf8')) as Template);
}
