/**
 * What shows nothing, whatever it is called: marks of direction, fillers, halves of pairs, tags, what is no character; and
 * what Unicode says of no property: a blank pattern, a head without a note, the place of an object and its annotation.
 */
const HIDDEN = String.raw`\p{Default_Ignorable_Code_Point}\p{Cs}\p{Noncharacter_Code_Point}\u2800\u{1d159}\ufff9-\ufffc`;
const SHOWN = String.raw`[^\s\p{Cc}${HIDDEN}]`;

/** What belongs to the sign before it: joins it to the next letter or picture, or chooses how it looks. */
const ATTACHED = String.raw`[\u180b-\u180d\u180f\u200c\u200d\ufe00-\ufe0f]`;

const INVISIBLE = new RegExp(String.raw`(?<!${SHOWN}\ufe0f?)${ATTACHED}|(?!${ATTACHED})[${HIDDEN}]`, 'gu');
/** A mark shows on the sign before it, and what arranges signs only beside some. */
const VISIBLE = new RegExp(String.raw`(?![\p{M}\p{Cf}])${SHOWN}`, 'u');

/** ACC-12 · A name or a title without signs that show nothing; what languages and pictures need stays. */
export const withoutInvisible = (text: string): string => text.replaceAll(INVISIBLE, '');

/** REC-5 · Whether there is nothing to be seen in a text: no more is written in it than in an empty one. */
export const isBlank = (text: string | null | undefined): boolean => !VISIBLE.test(text ?? '');
