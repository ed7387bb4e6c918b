import path from 'node:path';
import { dataFolder } from '#lib/platform/env.ts';

/** REC-4 · Nobody else on this machine reads what customers sent. */
export const OWNER_ONLY = { folder: 0o700, file: 0o600 };

/** Where attachments are: in 256 folders, by the end of their id. */
export const attachmentsFolder = () => path.resolve(dataFolder(), 'attachments');
