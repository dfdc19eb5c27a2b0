/** Words that are stored with a request and read by the business: in German. */

/** In the place of a file that came with a form. */
export const fileLeftOut = (fileName: string): string => `Datei: ${fileName} (nicht übertragen)`;
