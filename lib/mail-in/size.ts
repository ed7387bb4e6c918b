/** MAIL-4 · The largest mail that is kept whole: the largest attachment there can be is not among what comes by mail. */
export const LARGEST_MAIL = 36_000_000;

/** Of a larger one so much is kept, in bytes: who wrote it, and about what. */
export const KEPT_OF_TOO_LARGE = 64_000;

/** More parts have no mails that people write. */
export const MOST_PARTS = 500;

/** Nor more lines: so many, and one for as many bytes as a short line of an encoded file has. To read one costs more than its bytes. */
export const mostLines = (bytes: number): number => 150_000 + bytes / 60;

export const TOO_LARGE = `The email is larger than ${LARGEST_MAIL / 1_000_000} MB: only its beginning was kept.`;
