/** A value that is loaded, or one that is still loading. */
export type Deferred<T> = { value: T } | { later: Promise<T> };

const SOON_MS = 100;

/**
 * Waits a tenth of a second for a part of a page. Nearly always it is ready by then, and the page is rendered in one go. A
 * slower part is streamed later; one that fails within that time fails the page.
 */
export async function deferred<T>(part: Promise<T>): Promise<Deferred<T>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<Deferred<T>>((resolve) => {
    timer = setTimeout(() => resolve({ later: part }), SOON_MS);
  });
  try {
    return await Promise.race([part.then((value) => ({ value })), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

/** Combines parts that are shown together: ready once all are. */
export function allDeferred<T>(parts: readonly Deferred<T>[]): Deferred<T[]> {
  const there = parts.flatMap((part) => ('later' in part ? [] : [part.value]));
  if (there.length === parts.length) return { value: there };
  return { later: Promise.all(parts.map((part) => ('later' in part ? part.later : part.value))) };
}

/** Maps the value, once it is loaded. */
export function mapDeferred<T, U>(of: Deferred<T>, change: (value: T) => U): Deferred<U> {
  return 'later' in of ? { later: of.later.then(change) } : { value: change(of.value) };
}
