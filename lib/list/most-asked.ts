/** A page that has missed more changes than this no longer asks which of them are in its list. */
export const MOST_ASKED = 500;
