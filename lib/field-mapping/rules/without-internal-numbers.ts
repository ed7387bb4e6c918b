import { taskKindNames, taskKinds } from '#lib/record/kind.ts';

/** What a customer reads in place of a number, by its prefix. */
const byPrefix = new Map(
  taskKindNames.map((kind) => {
    const { prefix, noun, inPlaceOfNumber } = taskKinds[kind];
    return [prefix, inPlaceOfNumber ?? noun.en];
  }),
);

/** A number as people write it, and the word before it. */
const NUMBERED = new RegExp(
  String.raw`(?:(?<before>\p{L}+)(?<space>[\s:#(]+))?(?<!\p{L})(?<prefix>${[...byPrefix.keys()].join('|')})[ #-]?\d{7,}`,
  'giu',
);

/**
 * POR-3, PRO-2 · A text of an internal record as a customer may read it: the number of a record is left out where the word
 * before it says what it is, and is that word elsewhere. Any case is meant, too: it may be another customer's.
 */
export function withoutInternalNumbers(text: string): string {
  return text.replaceAll(NUMBERED, (_all, before: string | undefined, space = '', prefix: string) => {
    const word = byPrefix.get(prefix.toUpperCase()) ?? '';
    if (before === undefined) return word;
    return before.toLowerCase() === word ? before : `${before}${space}${word}`;
  });
}
