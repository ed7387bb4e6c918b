import { createHash } from 'node:crypto';

/** The database stores only this hash of a feed's secret. */
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');
