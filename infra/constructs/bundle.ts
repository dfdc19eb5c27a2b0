/** The code of a function as Lambda gets it. */
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { buildSync } from 'esbuild';

const repository = fileURLToPath(new URL('../../', import.meta.url));

/**
 * `index.mjs` with what the function needs at once, and beside it a file for each part that it asks for with `await import()`.
 * CDK's own bundler makes one file of all of it, and a start parses that whole (docs/adr/036-files-beside-the-bundle.md).
 * @param name the folder in `functions/`.
 */
export function bundledCode(name: string): Code {
  return Code.fromAsset(repository, {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // Never run: what is bundled locally needs no image. The command tells CDK one function from the other.
      image: DockerImage.fromRegistry('none'),
      command: [name],
      local: {
        tryBundle(folder) {
          bundleInto(folder, name);
          return true;
        },
      },
    },
  });
}

/**
 * What the bundles take for a module, in `functions/shared/`. An import of a module of Node's reads all that it exports, and
 * some of that loads what no function of ours uses. A name that is missing there does not bundle.
 */
const replaced = {
  '@aws-sdk/credential-provider-node': 'lambda-credentials.ts',
  'node:http': 'builtins/http.ts',
  'node:process': 'builtins/process.ts',
  'node:util': 'builtins/util.ts',
};

/** Stands at the beginning of each file. */
const banner = [
  // Some packages are still CommonJS and call `require`, which ES modules lack.
  "const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);",
  // zod writes and compiles code for each schema that it reads by: it pays from the hundredth item on, which few instances see.
  'globalThis.__zod_globalConfig ??= { jitless: true };',
].join('\n');

function bundleInto(folder: string, name: string): void {
  const { outputFiles } = buildSync({
    absWorkingDir: repository,
    entryPoints: { index: `functions/${name}/handler.ts` },
    // A folder that does not exist: source maps name the sources by the way from it, wherever the files are put in the end.
    outdir: 'bundle',
    write: false,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    // The ES module builds of the SDK and others are what esbuild can shake unused parts out of.
    mainFields: ['module', 'main'],
    // All of the SDK is in it: starts faster than the runtime's copy, and is the version the tests ran with.
    alias: Object.fromEntries(
      Object.entries(replaced).map(([module, file]) => [module, join(repository, 'functions/shared', file)]),
    ),
    minify: true,
    logLevel: 'error',
    // Read when an error is logged (`functions/shared/source-frames.ts`).
    sourcemap: true,
    // Positions are all a stack trace needs; the sources are in the repository.
    sourcesContent: false,
    banner: { js: banner },
  });
  for (const { path, contents } of outputFiles) {
    writeFileSync(join(folder, basename(path)), contents);
  }
}
