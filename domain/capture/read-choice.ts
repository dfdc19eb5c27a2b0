import type { Reading } from './reading.ts';

/**
 * A choice: the first answer that says one. What does not say it in our words is kept beside what it means: "Wärmepumpe"
 * says more than `project`, and a word that nobody knows is text like any other.
 */
export function readChoice<T extends string>(
  read: Reading,
  field: 'kind' | 'urgency' | 'source' | 'language',
  meaning: (text: string) => T | 'none' | undefined,
): T | undefined {
  const meant = read.all(field).map((answer) => ({ answer, value: meaning(answer.value) }));
  for (const { answer, value } of meant) {
    const isOwnWord = value === answer.value || value === 'none';
    // "Deutsch" says no more than `de`.
    if (!isOwnWord && !(field === 'language' && value !== undefined)) read.left.push(answer);
  }
  const chosen = meant.find(({ value }) => value !== undefined && value !== 'none')?.value;
  if (chosen === undefined || chosen === 'none') return undefined;
  read.entered.push({ name: field, value: chosen });
  return chosen;
}
