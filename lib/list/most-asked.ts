/** A page that has missed more changes than this no longer checks which of them are in its list. */
export const MOST_ASKED = 500;
