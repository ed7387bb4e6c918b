/** Whether each typed word starts a word of the label or a keyword. */
export function answers(typed: string, label: string, keywords: readonly string[] = []): boolean {
  const text = ` ${[label, ...keywords].join(' ')}`.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(` ${word}`) || text.includes(`_${word}`));
}

/** Splits a list into the matching items and the others. */
export const parted = <T>(all: readonly T[], isMeant: (each: T) => boolean): [T[], T[]] => [
  all.filter(isMeant),
  all.filter((each) => !isMeant(each)),
];

/** Whether a command's label starts with the typed text, with or without "Go to". */
export function beginsSo(typed: string, label: string): boolean {
  const [words, text] = [typed.toLowerCase(), label.toLowerCase()];
  return words !== '' && (text.startsWith(words) || text.replace(/^go to /, '').startsWith(words));
}
