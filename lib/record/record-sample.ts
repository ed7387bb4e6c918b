/** A number of records, with the first numbers that the reader may see. */
export type RecordSample = { count: number; first: string[] };

/** How many records are named. */
export const NAMED_RECORDS = 20;
