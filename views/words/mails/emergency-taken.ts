/** Who has taken an emergency; its readers are the business's own people. */
export const takenWords = {
  subject: (taker: string | undefined, who: string) => `${taker ?? 'Jemand'} übernimmt den Notfall: ${who}`,
  title: (taker: string | undefined, who: string) => `${taker ?? 'Jemand'} übernimmt den Notfall von ${who}.`,
  over: (at: string) =>
    `Übernommen um ${at}. Sie müssen nichts mehr tun, und es kommen dazu keine Alarme mehr.`,
} as const;
