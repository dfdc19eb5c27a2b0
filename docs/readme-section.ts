/** The generated sections of the README: each between two markers, the first of which says how it is made. */
import { readFileSync, writeFileSync } from 'node:fs';

const readme = new URL('../README.md', import.meta.url);

const section = (name: string) => new RegExp(`(<!-- ${name}: [^\\n]* -->\\n)([\\s\\S]*?)(<!-- /${name} -->)`);

/** @throws Error the README has no such section. */
export function readReadmeSection(name: string): string {
  const found = section(name).exec(readFileSync(readme, 'utf8'))?.[2];
  if (found === undefined) throw new Error(`README.md has no section for the ${name}`);
  return found.trim();
}

export function writeReadmeSection(name: string, content: string): void {
  const before = readReadmeSection(name);
  if (before === content) return;
  const text = readFileSync(readme, 'utf8');
  writeFileSync(
    readme,
    text.replace(section(name), (_, begin, __, end) => `${begin}\n${content}\n\n${end}`),
  );
}
