import { createHash } from 'node:crypto';

/** What the database has of the secret of a feed. */
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');
