const LONGEST_BLOCK = 64_000;

/** The text above the first empty line of an email, up to `longest` bytes; one character per byte. */
export function headerBlock(raw: Uint8Array, longest = LONGEST_BLOCK): string {
  const beginning = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.byteLength, longest)).toString('latin1');
  const end = /\r?\n\r?\n/.exec(beginning)?.index ?? beginning.length;
  return beginning.slice(0, end);
}

/** A header's values in a block, unfolded, from top to bottom. */
export function valuesOf(block: string, name: string): string[] {
  const lines = block.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const prefix = `${name.toLowerCase()}:`;
  return lines.flatMap((line) =>
    line.slice(0, prefix.length).toLowerCase() === prefix ? [line.slice(prefix.length).trim()] : [],
  );
}

/** The Message-IDs in a header such as `References`; the part after the @ in lower case. */
export function messageIdsIn(value: string): string[] {
  return value.slice(0, LONGEST_BLOCK).match(/<[^<>\s]{3,250}>/g) ?? [];
}
