/** MAIL-4 · The largest mail that is kept whole: the largest attachment there can be is not among what comes by mail. */
export const LARGEST_MAIL = 36_000_000;

/** Of a larger one so much is kept, in bytes: who wrote it, and about what. */
export const KEPT_OF_TOO_LARGE = 64_000;

/** More parts or lines have no mails that people write. */
export const MOST_PARTS = 500;
export const MOST_LINES = 1_500_000;

export const TOO_LARGE = `The email is larger than ${LARGEST_MAIL / 1_000_000} MB: only its beginning was kept.`;
