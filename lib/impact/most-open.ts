/** IMP-1 · More open cases of a customer than these are not counted. */
export const MOST_OPEN = 1_000;
