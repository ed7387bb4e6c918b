import { log } from '#lib/platform/log.ts';
import { TemporaryRefusal } from '#lib/platform/verdict.ts';
import { StorageUnavailable } from './store.ts';

/** REC-4 · Runs file-storing work for a waiting user, and turns a storage failure into a sentence for the user. */
export async function asRefusal<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof StorageUnavailable)) throw error;
    log.error({ err: error.cause }, 'Attachments cannot be stored');
    const because = 'Files cannot be stored at the moment: try again later.';
    throw new TemporaryRefusal('REC-4', because, { field: 'file' });
  }
}
