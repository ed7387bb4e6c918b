/** Form data as an object: a repeated name becomes an array. Returns other plain data as it is, else undefined. */
export function formInput(input: unknown): unknown {
  if (!(input instanceof FormData)) return isData(input) ? input : undefined;
  const values = new Map<string, unknown[]>();
  for (const [name, value] of input) {
    // Next gives its own hidden fields this prefix.
    if (name.startsWith('$ACTION')) continue;
    const all = values.get(name);
    if (all) all.push(value);
    else values.set(name, [value]);
  }
  return Object.fromEntries([...values].map(([name, all]) => [name, all.length > 1 ? all : all[0]]));
}

/**
 * Q-13 · Whether the input has no placeholder of the framework for a value that stayed in the browser. Reading one would throw.
 * Uses no recursion, because a client may send any depth.
 */
function isData(input: unknown): boolean {
  const seen = new Set<unknown>();
  const left = [input];
  while (left.length > 0) {
    const part = left.pop();
    if (typeof part === 'function') return false;
    if (typeof part !== 'object' || part === null || seen.has(part)) continue;
    seen.add(part);
    for (const inner of Object.values(part)) left.push(inner);
  }
  return true;
}
