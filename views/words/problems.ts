/** What whoever called the HTTP API is told where no language is known, in German. */

/** An error nobody expected: it says nothing about the inside. */
export const unexpectedProblem = {
  title: 'Das hat leider nicht geklappt.',
  detail: 'Bitte versuchen Sie es in einigen Minuten noch einmal.',
} as const;

export const onlyByPost = { title: 'Anfragen kommen mit POST.' } as const;
