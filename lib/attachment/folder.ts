import path from 'node:path';
import { dataFolder } from '#lib/platform/env.ts';

/** REC-4 · No other user of this machine can read what customers sent. */
export const OWNER_ONLY = { folder: 0o700, file: 0o600 };

/** The attachments folder; it has 256 subfolders, by the end of the file id. */
export const attachmentsFolder = () => path.resolve(dataFolder(), 'attachments');
