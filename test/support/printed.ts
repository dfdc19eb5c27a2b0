/** What a function prints, as it would stand in its log group. */
import { vi } from 'vitest';

/** Runs something and keeps back what it prints meanwhile, by whatever way. */
export async function printedBy(run: () => unknown): Promise<readonly string[]> {
  let text = '';
  const keep = (chunk: unknown) => {
    text += typeof chunk === 'string' ? chunk : Buffer.from(chunk as Uint8Array).toString('utf8');
    return true;
  };
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(keep),
    vi.spyOn(process.stderr, 'write').mockImplementation(keep),
    // Vitest's own console does not go through the streams.
    ...(['log', 'info', 'warn', 'error', 'debug'] as const).map((level) =>
      vi.spyOn(console, level).mockImplementation((...words: unknown[]) => {
        keep(`${words.map(String).join(' ')}\n`);
      }),
    ),
  ];
  try {
    await run();
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return text.split('\n').filter((line) => line !== '');
}
