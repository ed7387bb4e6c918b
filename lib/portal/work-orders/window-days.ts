/** POR-11 · How many days of free times are shown at once. */
export const WINDOW_DAYS = 7;
