/**
 * Which licences the packages we build on may have. A licence is looked up word for word as the lock file states it, so a
 * choice (`MIT OR GPL-3.0`) is made once, by a person, and stands here. Part of `npm run check`.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** For what runs: bundled into the functions, or installed by whoever starts the system on one machine. */
const forWhatRuns: ReadonlySet<string> = new Set([
  // Ask for their text and the names of their authors, at most.
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'PSF-2.0',
  // Ask for nothing.
  'MIT-0',
  '0BSD',
  'Unlicense',
  // A choice; taken as MIT. mailsplit, below mailparser.
  '(MIT OR EUPL-1.1+)',
]);

/** For tools besides: nothing of them leaves the machine that builds and tests. */
const forTools: ReadonlySet<string> = new Set([
  'BlueOak-1.0.0',
  // pako: the second asks that changed copies say so.
  '(MIT AND Zlib)',
  // Choices; taken as MIT.
  'MIT OR Apache-2.0',
  '(MIT OR GPL-3.0-or-later)',
  // date-holidays. Its code is ISC. What its data asks of the table that is made from it stands in NOTICE.
  '(ISC AND CC-BY-3.0)',
  // Asks for the source of its own files, if they are changed and handed on. Lightning CSS, below vitest, is unchanged.
  'MPL-2.0',
]);

/** What npm notes about a package in `package-lock.json`. */
export interface LockedPackage {
  readonly version?: string;
  /** Absent: the package states none. */
  readonly license?: string;
  /** Only needed to build and test. */
  readonly dev?: boolean;
}

/**
 * @param packages `packages` of the lock file, by path; those of other systems, which are not installed here, included.
 * @returns a line for each package that may not be used.
 */
export function forbiddenLicences(packages: Readonly<Record<string, LockedPackage>>): string[] {
  return Object.entries(packages).flatMap(([path, { version, license, dev = false }]) => {
    // The project itself.
    if (path === '') return [];
    const name = `${path.replace(/^.*node_modules\//, '')} ${version}`;
    if (license === undefined) return [`${name} states no licence`];
    if (forWhatRuns.has(license) || (dev && forTools.has(license))) return [];
    return [
      `${name}, ${dev ? 'a tool' : 'which runs'}, is under ${license}: not among those in checks/licences.ts`,
    ];
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')) as {
    packages: Record<string, LockedPackage>;
  };
  const complaints = forbiddenLicences(lock.packages);
  for (const complaint of complaints) console.error(complaint);
  if (complaints.length > 0) process.exitCode = 1;
}
