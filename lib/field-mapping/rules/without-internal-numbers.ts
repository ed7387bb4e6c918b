import { taskKindNames, taskKinds } from '#lib/record/kind.ts';

/** The word that a customer reads instead of a number, by the number's prefix. */
const byPrefix = new Map(
  taskKindNames.map((kind) => {
    const { prefix, noun, inPlaceOfNumber } = taskKinds[kind];
    return [prefix, inPlaceOfNumber ?? noun.en];
  }),
);

/** A record number in running text, and the word before it. */
const NUMBERED = new RegExp(
  String.raw`(?:(?<before>\p{L}+)(?<space>[\s:#(]+))?(?<!\p{L})(?<prefix>${[...byPrefix.keys()].join('|')})[ #-]?\d{7,}`,
  'giu',
);

/**
 * POR-3, PRO-2 · Text of an internal record as a customer may read it. Removes a record number if the word before it says what
 * it is; otherwise replaces it with that word. Removes case numbers too, because the case may be another customer's.
 */
export function withoutInternalNumbers(text: string): string {
  return text.replaceAll(NUMBERED, (_all, before: string | undefined, space = '', prefix: string) => {
    const word = byPrefix.get(prefix.toUpperCase()) ?? '';
    if (before === undefined) return word;
    return before.toLowerCase() === word ? before : `${before}${space}${word}`;
  });
}
