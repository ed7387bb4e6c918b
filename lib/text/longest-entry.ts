/** REC-5 · Maximum characters of a work note or comment. */
export const LONGEST_ENTRY = 32_000;
