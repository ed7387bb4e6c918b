/** A form's data as an object: a repeated name becomes an array; what is no form's data stays as it is. */
export function formInput(input: unknown): unknown {
  if (!(input instanceof FormData)) return input;
  const values: Record<string, unknown> = {};
  for (const name of new Set(input.keys())) {
    // Next names its own hidden fields so.
    if (name.startsWith('$ACTION')) continue;
    const all = input.getAll(name);
    values[name] = all.length > 1 ? all : all[0];
  }
  return values;
}
