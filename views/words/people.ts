/** How people of the business are called where no name says it. */
export const houseInWords = 'Inhaber und Büro';

/** What somebody who is called out cannot do. */
export const doneByHouse = {
  assign: `Weitergeben können nur ${houseInWords}. Bitte dort Bescheid sagen.`,
  spam: `Als Spam ablegen können nur ${houseInWords}. Bitte dort Bescheid sagen.`,
} as const;

/** Of a request that he does not see. */
export const notYours =
  'Um diese Anfrage kümmert sich jemand anderes im Betrieb. Bitte fragen Sie im Büro nach.';
