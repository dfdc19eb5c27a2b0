/** Writes the generated picture of the lifecycle into the README. */
import { readFileSync, writeFileSync } from 'node:fs';
import { lifecycleDiagram } from '../statemachine/lifecycle-diagram.ts';

const readme = new URL('../README.md', import.meta.url);
const section = /(<!-- lifecycle: [^\n]* -->\n)[\s\S]*?(<!-- \/lifecycle -->)/;

const text = readFileSync(readme, 'utf8');
if (!section.test(text)) throw new Error('README.md has no section for the lifecycle');
writeFileSync(readme, text.replace(section, `$1\n\`\`\`mermaid\n${lifecycleDiagram()}\n\`\`\`\n\n$2`));
