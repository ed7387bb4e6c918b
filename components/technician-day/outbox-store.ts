import type { Step } from '#lib/technician-day/outbox.ts';

/** The steps on this phone, of all its users; each reader picks its own user's steps. */

const NAME = 'my-day';
const STEPS = 'steps';

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STEPS, { keyPath: 'stepId' });
  return done(request);
}

/** One connection per operation: a phone may close one that stays open. */
async function withStore<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  try {
    const transaction = database.transaction(STEPS, mode, { durability: 'strict' });
    const written = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    const value = await done(work(transaction.objectStore(STEPS)));
    await written;
    return value;
  } finally {
    database.close();
  }
}

export async function stepsOf(userId: string): Promise<Step[]> {
  const all: Step[] = await withStore('readonly', (store) => store.getAll());
  return all.filter((step) => step.userId === userId);
}

export async function putStep(step: Step): Promise<void> {
  await withStore('readwrite', (store) => store.put(step));
}

export async function deleteSteps(steps: readonly Step[]): Promise<void> {
  for (const { stepId } of steps) await withStore('readwrite', (store) => store.delete(stepId));
}
