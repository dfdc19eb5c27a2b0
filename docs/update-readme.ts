/** Writes the generated picture of the lifecycle into the README. */
import { lifecycleDiagram } from './lifecycle-diagram.ts';
import { writeReadmeSection } from './readme-section.ts';

writeReadmeSection('lifecycle', `\`\`\`mermaid\n${lifecycleDiagram()}\n\`\`\``);
