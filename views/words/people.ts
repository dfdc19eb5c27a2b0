/** How people of the business are called where no name says it. */
export const houseInWords = 'Inhaber und Büro';
