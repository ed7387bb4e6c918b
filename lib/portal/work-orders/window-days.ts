/** POR-11 · The number of days whose free times are shown together. */
export const WINDOW_DAYS = 7;
