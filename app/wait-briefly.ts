const BRIEFLY_MS = 100;

/**
 * Gives the parts of a page a tenth of a second to come with it, as nearly always they do: then nothing is drawn
 * twice and nothing moves. Parts that take longer follow by themselves; one that fails says so where it stands.
 */
export async function waitBriefly(parts: readonly Promise<unknown>[]): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const pause = new Promise((resolve) => {
    timer = setTimeout(resolve, BRIEFLY_MS);
  });
  await Promise.race([Promise.allSettled(parts), pause]);
  clearTimeout(timer);
}
