/** Writes the generated picture of the lifecycle into the README. */
import { lifecycleDiagram } from './lifecycle-diagram.ts';
import { writeSection } from './section.ts';

writeSection('README.md', 'lifecycle', `\`\`\`mermaid\n${lifecycleDiagram()}\n\`\`\``);
