/** The generated sections of the documents: each between two markers, the first of which says how it is made. */
import { readFileSync, writeFileSync } from 'node:fs';

const addressOf = (path: string) => new URL(`../${path}`, import.meta.url);

const section = (name: string) => new RegExp(`(<!-- ${name}: [^\\n]* -->\\n)([\\s\\S]*?)(<!-- /${name} -->)`);

/**
 * @param path Of the document, from the root of the project.
 * @throws Error the document has no such section.
 */
export function readSection(path: string, name: string): string {
  const found = section(name).exec(readFileSync(addressOf(path), 'utf8'))?.[2];
  if (found === undefined) throw new Error(`${path} has no section for the ${name}`);
  return found.trim();
}

export function writeSection(path: string, name: string, content: string): void {
  const before = readSection(path, name);
  if (before === content) return;
  const text = readFileSync(addressOf(path), 'utf8');
  writeFileSync(
    addressOf(path),
    text.replace(section(name), (_, begin, __, end) => `${begin}\n${content}\n\n${end}`),
  );
}
