/** Tools that exist in Python only, each in a virtual environment of its own in an ignored folder. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const toolsFolder = fileURLToPath(new URL('../.tools/', import.meta.url));

/** `EX_UNAVAILABLE` of sysexits.h: nothing was checked, which is neither success nor failure. */
export const unavailableExitCode = 69;

/** There is no Python, or its packages cannot be reached. The message is one line for the person at the keyboard. */
export class PythonUnavailableError extends Error {
  override readonly name = 'PythonUnavailableError';
}

/** The oldest Python that both tools run on. */
const oldestPython = [3, 11] as const;

/**
 * Installs what a requirements file pins, once; a changed file is installed anew.
 * @returns the folder of the commands.
 * @throws PythonUnavailableError
 * @throws Error a package is another than the one that was pinned by its hash.
 */
export function pythonTools(requirementsFile: string): string {
  const content = readFileSync(requirementsFile);
  const digest = createHash('sha256').update(content).digest('hex').slice(0, 12);
  const folder = join(toolsFolder, `${basename(requirementsFile, '.txt')}-${digest}`);
  const complete = join(folder, 'complete');
  const bin = join(folder, 'bin');
  if (existsSync(complete)) return bin;

  const python = findPython();
  rmSync(folder, { recursive: true, force: true });
  run(python, ['-m', 'venv', folder], 'Python cannot make a virtual environment');
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-input'];
  run(
    join(bin, 'python'),
    [...pip, '--only-binary', ':all:', '-r', requirementsFile],
    'The Python packages cannot be installed from PyPI',
  );
  writeFileSync(complete, '');
  return bin;
}

function findPython(): string {
  const [major, minor] = oldestPython;
  for (const command of ['python3', 'python']) {
    const { status } = spawnSync(command, [
      '-c',
      `import sys, venv; sys.exit(sys.version_info < (${major}, ${minor}))`,
    ]);
    if (status === 0) return command;
  }
  throw new PythonUnavailableError(`There is no Python ${oldestPython.join('.')} or newer on this machine`);
}

function run(command: string, args: readonly string[], otherwise: string): void {
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status === 0) return;
  // Not a network that is away, but a package that is not the one we know.
  if (stderr.includes('DO NOT MATCH THE HASHES')) throw new Error(stderr.trim());
  const reason = stderr.trim().split('\n').at(-1) ?? '';
  throw new PythonUnavailableError(`${otherwise}: ${reason}`);
}
