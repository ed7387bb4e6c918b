/** What is there already, or what is still on its way. */
export type Deferred<T> = { value: T } | { later: Promise<T> };

const SOON_MS = 100;

/**
 * Gives a part of a page a tenth of a second to come with the rest, as nearly always it does: then the page is drawn in
 * one go. A part that takes longer comes later; one that fails meanwhile fails the page.
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

/** Several that are shown together: there once the last of them is. */
export function allDeferred<T>(parts: readonly Deferred<T>[]): Deferred<T[]> {
  const there = parts.flatMap((part) => ('later' in part ? [] : [part.value]));
  if (there.length === parts.length) return { value: there };
  return { later: Promise.all(parts.map((part) => ('later' in part ? part.later : part.value))) };
}

/** The same of what becomes of it. */
export function mapDeferred<T, U>(of: Deferred<T>, change: (value: T) => U): Deferred<U> {
  return 'later' in of ? { later: of.later.then(change) } : { value: change(of.value) };
}
