/** Q-19 · Keeps texts up to so many bytes together; what was used longest ago goes first. */
export function byteCache(mostBytes: number) {
  const values = new Map<string, string>();
  let bytes = 0;

  function drop(key: string) {
    bytes -= sizeOf(key, values.get(key) ?? '');
    values.delete(key);
  }

  return {
    get bytes() {
      return bytes;
    },
    get(key: string): string | undefined {
      const value = values.get(key);
      if (value === undefined) return undefined;
      values.delete(key);
      values.set(key, value);
      return value;
    },
    set(key: string, value: string) {
      if (values.has(key)) drop(key);
      if (sizeOf(key, value) > mostBytes) return;
      values.set(key, value);
      bytes += sizeOf(key, value);
      for (const oldest of values.keys()) {
        if (bytes <= mostBytes) break;
        drop(oldest);
      }
    },
  };
}

/** A place takes room too; a character takes two bytes at most. */
const sizeOf = (key: string, value: string) => 200 + 2 * (key.length + value.length);
