/** Writes the generated table of senders into the page for integrators. */
import { writeSection } from './section.ts';
import { senderTable } from './sender-table.ts';

writeSection('docs/forms.md', 'senders', senderTable());
