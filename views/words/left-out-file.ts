/** What is kept of a file that came with a form. German: nothing tells the language of the sender yet. */
export const leftOutFile = (name: string): string => `Datei: ${name} (nicht übertragen)`;
