/** MAIL-4 · In bytes: larger emails are not stored whole. The largest allowed attachment does not fit into an email. */
export const LARGEST_MAIL = 36_000_000;

/** In bytes: how much of a larger email is kept, enough for sender and subject. */
export const STORED_OF_TOO_LARGE = 64_000;

/** Emails that people write have fewer parts. */
export const MAX_PARTS = 500;

/** The most lines: a base, plus the lines of encoded files. Parsing a line costs more than its bytes. */
export const maxLines = (bytes: number): number => 150_000 + bytes / 60;

export const TOO_LARGE = `The email is larger than ${LARGEST_MAIL / 1_000_000} MB: only its beginning was kept.`;
