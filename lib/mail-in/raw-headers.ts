const LONGEST_BLOCK = 64_000;

/** What stands above the first empty line of a mail, at most so much of it; each byte is a character. */
export function headerBlock(raw: Uint8Array, longest = LONGEST_BLOCK): string {
  const beginning = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.byteLength, longest)).toString('latin1');
  const end = /\r?\n\r?\n/.exec(beginning)?.index ?? beginning.length;
  return beginning.slice(0, end);
}

/** The values of a header in a block, unfolded, from top to bottom. */
export function valuesOf(block: string, name: string): string[] {
  const lines = block.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const prefix = `${name.toLowerCase()}:`;
  return lines.flatMap((line) =>
    line.slice(0, prefix.length).toLowerCase() === prefix ? [line.slice(prefix.length).trim()] : [],
  );
}

/** The names of mails in a header such as `References`, in small letters but for what stands before the @. */
export function messageIdsIn(value: string): string[] {
  return value.slice(0, LONGEST_BLOCK).match(/<[^<>\s]{3,250}>/g) ?? [];
}
