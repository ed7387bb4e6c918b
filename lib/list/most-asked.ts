/** A page that has missed more changes than this no longer checks which of them are in its list. */
export const MAX_ASKED = 500;
