/** JSON as people's programs write it into a file. */

/**
 * Reads a file of JSON in UTF-8, with or without the mark that Windows puts before it.
 * @returns what it says, or in a few words why it cannot be read.
 */
export function readJsonFile(content: Uint8Array): { readonly value: unknown } | { readonly fault: string } {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return { fault: 'is no text in UTF-8: save it as UTF-8' };
  }
  if (text.trim() === '') return { fault: 'is empty' };
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { fault: `is not JSON: ${(error as Error).message.split('\n')[0]}` };
  }
}
