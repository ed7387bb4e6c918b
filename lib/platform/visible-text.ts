/**
 * Invisible characters, whatever Unicode calls them: direction marks, fillers, unpaired surrogates, tags and noncharacters;
 * and characters that no property marks as invisible: a blank pattern, a null notehead, object and annotation placeholders.
 */
const HIDDEN = String.raw`\p{Default_Ignorable_Code_Point}\p{Cs}\p{Noncharacter_Code_Point}\u2800\u{1d159}\ufff9-\ufffc`;
const SHOWN = String.raw`[^\s\p{Cc}${HIDDEN}]`;

/** Characters that modify the sign before them: they join it to the next letter or picture, or choose its look. */
const ATTACHED = String.raw`[\u180b-\u180d\u180f\u200c\u200d\ufe00-\ufe0f]`;

const INVISIBLE = new RegExp(String.raw`(?<!${SHOWN}\ufe0f?)${ATTACHED}|(?!${ATTACHED})[${HIDDEN}]`, 'gu');
/** A mark is visible only on the sign before it; a layout character only beside certain signs. */
const VISIBLE = new RegExp(String.raw`(?![\p{M}\p{Cf}])${SHOWN}`, 'u');

/** ACC-12 · A name or a title without invisible characters, except those that languages and emoji need. */
export const withoutInvisible = (text: string): string => text.replaceAll(INVISIBLE, '');

/** REC-5 · Whether a text has no visible character and so counts as empty. */
export const isBlank = (text: string | null | undefined): boolean => !VISIBLE.test(text ?? '');
