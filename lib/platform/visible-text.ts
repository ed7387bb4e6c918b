/** What shows nothing, whatever it is called: marks of direction, fillers, blank patterns, halves of pairs, tags. */
const HIDDEN = String.raw`\p{Default_Ignorable_Code_Point}\p{Cs}\u2800\ufff9-\ufffb`;
const SHOWN = String.raw`[^\s\p{Cc}${HIDDEN}]`;

/** What belongs to the sign before it: joins it to the next letter or picture, or chooses how it looks. */
const ATTACHED = String.raw`[\u180b-\u180d\u180f\u200c\u200d\ufe00-\ufe0f]`;

const INVISIBLE = new RegExp(String.raw`(?<!${SHOWN}\ufe0f?)${ATTACHED}|(?!${ATTACHED})[${HIDDEN}]`, 'gu');
const VISIBLE = new RegExp(SHOWN, 'u');

/** ACC-12 · A name or a title without signs that show nothing; what languages and pictures need stays. */
export const withoutInvisible = (text: string): string => text.replaceAll(INVISIBLE, '');

/** REC-5 · Whether there is nothing to be seen in a text: no more is written in it than in an empty one. */
export const isBlank = (text: string | null | undefined): boolean => !VISIBLE.test(text ?? '');
