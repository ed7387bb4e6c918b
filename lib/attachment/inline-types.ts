const inline: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** REC-4 · Browsers display only images; other files are downloaded. */
export function isShownInline(contentType: string): boolean {
  return inline.has(contentType);
}
