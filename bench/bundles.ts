/** Bytes of each function's bundle, as it would be deployed. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { report } from './report.ts';

const repository = fileURLToPath(new URL('..', import.meta.url));

interface Template {
  readonly Resources: Readonly<
    Record<string, { Type: string; Properties: { Description?: string; Code?: { S3Key?: string } } }>
  >;
}

interface Bundle {
  readonly name: string;
  readonly file: string;
}

export async function measureBundles(): Promise<void> {
  withBundles((bundles) =>
    report(
      'Bundles, bytes',
      bundles.map(({ name, file }) => {
        const code = readFileSync(file);
        return { function: name, raw: code.length, gzip: gzipSync(code, { level: 9 }).length };
      }),
    ),
  );
}

/** Bundles all functions for as long as `run` needs them. */
export function withBundles<T>(run: (bundles: readonly Bundle[]) => T): T {
  const output = mkdtempSync(join(tmpdir(), 'nachfass-bench-'));
  try {
    execFileSync('cdk', ['synth', '--quiet', '--output', output], { cwd: repository, stdio: 'inherit' });
    return run(
      readdirSync(output)
        .filter((file) => file.endsWith('.template.json'))
        .flatMap((file) => bundlesOf(output, file)),
    );
  } finally {
    rmSync(output, { recursive: true, force: true });
  }
}

function bundlesOf(output: string, file: string): Bundle[] {
  const template = JSON.parse(readFileSync(join(output, file), 'utf8')) as Template;
  return Object.values(template.Resources)
    .filter(({ Type }) => Type === 'AWS::Lambda::Function')
    .map(({ Properties }) => {
      const asset = Properties.Code?.S3Key?.replace('.zip', '') ?? '';
      const name = Properties.Description?.replace('Nachfass ', '') ?? file;
      return { name, file: join(output, `asset.${asset}`, 'index.mjs') };
    })
    .toSorted((a, b) => a.name.localeCompare(b.name));
}
