import { withoutInvisible } from '#lib/platform/visible-text.ts';

/** Characters that end a line or steer a terminal: a file's name would not be what it seems. */
const CONTROL = /[\p{Cc}\u2028\u2029]/gu;

/** ACC-12 · A file's name without what deceives: as it is stored, and as a browser that downloads the file is told. */
export const sanitizeFileName = (name: string) => withoutInvisible(name.replaceAll(CONTROL, ''));

/** ACC-12 · Whether a name is none but a folder's: the folder itself, the one above. */
export const namesFolder = (name: string) => /^\.+$/.test(name);
