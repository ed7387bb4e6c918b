/** A form's data as an object: a repeated name becomes an array. What is no form's data stays as it is, if it is data at all. */
export function formInput(input: unknown): unknown {
  if (!(input instanceof FormData)) return isData(input) ? input : undefined;
  const values = new Map<string, unknown[]>();
  for (const [name, value] of input) {
    // Next names its own hidden fields so.
    if (name.startsWith('$ACTION')) continue;
    const all = values.get(name);
    if (all) all.push(value);
    else values.set(name, [value]);
  }
  return Object.fromEntries([...values].map(([name, all]) => [name, all.length > 1 ? all : all[0]]));
}

/**
 * Q-13 · Whether nothing in it is a stand-in of the framework for what stayed in the browser: to read that is a fault. It
 * takes no turn for each level, as somebody may send any number of them.
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
