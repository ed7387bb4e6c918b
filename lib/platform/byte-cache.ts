/** Q-19 · A cache of texts limited by their total bytes; the least recently used text is removed first. */
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

/** An entry has overhead too; a character takes at most two bytes. */
const sizeOf = (key: string, value: string) => 200 + 2 * (key.length + value.length);
