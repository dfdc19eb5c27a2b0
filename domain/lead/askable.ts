/** What a mail can ask a customer about his request, in the order in which it is asked. */
export const askables = ['installation', 'timeframe', 'budget'] as const;
export type Askable = (typeof askables)[number];
