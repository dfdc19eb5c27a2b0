/** What a request is about, and how soon. Apart from its schema: a page that only lists them needs no library for that. */

export const kinds = ['project', 'repair', 'advice'] as const;
export type Kind = (typeof kinds)[number];

export const urgencies = ['now', 'soon', 'planned'] as const;
export type Urgency = (typeof urgencies)[number];
