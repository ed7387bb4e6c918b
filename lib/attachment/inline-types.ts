const inline: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** REC-4 · Only pictures are shown in the browser; everything else is handed over as a file. */
export function isShownInline(contentType: string): boolean {
  return inline.has(contentType);
}
