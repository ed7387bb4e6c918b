/** Characters that show nothing or turn what follows around: a file's name would not be what it seems. */
const DECEIVING = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;

/** ACC-12 · A file's name without what deceives: as it is stored, and as a browser that downloads the file is told. */
export const honestName = (name: string) => name.toWellFormed().replaceAll(DECEIVING, '');
