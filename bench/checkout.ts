/** A checkout of this repository, its functions built as they would be deployed. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { synthesize } from '../ops/synthesize.ts';
import { filesOfBundle } from './files-of-bundle.ts';
import { report } from './report.ts';

export interface Checkout {
  /** In the columns of the report. */
  readonly label: string;
  readonly folder: string;
}

export interface BuiltFunction {
  readonly file: string;
  /** As in the template; what CloudFormation would fill in is an object. */
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface Built extends Checkout {
  /** By name. */
  readonly functions: ReadonlyMap<string, BuiltFunction>;
}

interface Lambda {
  readonly Description: string;
  readonly Code: { readonly S3Key: string };
  readonly Environment: { readonly Variables: BuiltFunction['variables'] };
}

/** @param into a folder that does not exist yet. */
export function buildCheckout(checkout: Checkout, into: string): Built {
  mkdirSync(into);
  const functions = synthesize({ into, bundled: true, checkout: checkout.folder })
    .flatMap(({ Resources }) => Object.values(Resources))
    .filter(({ Type }) => Type === 'AWS::Lambda::Function')
    .map(({ Properties }): [string, BuiltFunction] => {
      const { Description, Code, Environment } = Properties as unknown as Lambda;
      const file = join(into, `asset.${Code.S3Key.replace('.zip', '')}`, 'index.mjs');
      return [Description.replace('Nachfass ', ''), { file, variables: Environment.Variables }];
    });
  return { ...checkout, functions: new Map(functions) };
}

export function reportBundles(checkouts: readonly Built[]): void {
  const names = new Set(checkouts.flatMap(({ functions }) => [...functions.keys()]));
  report('Bundles, bytes', checkouts, [...names].toSorted(), ({ functions }, name) => {
    const built = functions.get(name);
    if (!built) return {};
    const { atStart, all } = filesOfBundle(built.file);
    const together = (files: readonly string[]) => Buffer.concat(files.map((file) => readFileSync(file)));
    return {
      'at start': together(atStart).length,
      all: together(all).length,
      gzip: gzipSync(together(all), { level: 9 }).length,
    };
  });
}
