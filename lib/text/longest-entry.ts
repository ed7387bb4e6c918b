/** REC-5 · So many characters a work note or a comment has at most. */
export const LONGEST_ENTRY = 32_000;
