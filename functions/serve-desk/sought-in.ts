/** More was pasted, not typed. */
const maxLength = 200;

/** What somebody typed into a field of the search; empty: nothing. */
export const soughtIn = (query: URLSearchParams): string => (query.get('q') ?? '').trim().slice(0, maxLength);
