export interface Ids {
  /** 10 characters of Crockford's base32. */
  newLeadId(): string;
}
