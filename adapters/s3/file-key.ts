/** Where the files of a mail or a form lie in the bucket. */
export const filePrefix = (id: string): string => `files/${id}/`;

export const fileKey = (id: string, index: number): string => `${filePrefix(id)}${index}`;
