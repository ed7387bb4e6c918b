import { withoutInvisible } from '#lib/platform/visible-text.ts';

/** Characters that end a line or control a terminal would disguise a file's name. */
const CONTROL = /[\p{Cc}\u2028\u2029]/gu;

/** ACC-12 · A file name without deceptive characters, for storage and for downloads. */
export const sanitizeFileName = (name: string) => withoutInvisible(name.replaceAll(CONTROL, ''));

/** ACC-12 · Whether a name is only dots, which name this or the parent folder. */
export const namesFolder = (name: string) => /^\.+$/.test(name);
