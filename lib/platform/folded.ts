/** Letters without a decomposition, and what people type in their place. */
const LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  ŧ: 't',
  ð: 'd',
  ς: 'σ',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};
const OTHERS = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');

/** Q-13 · A text without case, accents and letter variants; the database function `folded` does the same. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll(OTHERS, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFC');
}

/** Letters of scripts that do not separate words by blanks; the database function `search_words` has the same list. */
const UNSEPARATED =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]/u;

/** Whether a word may be inside a longer word without a blank between them. */
export const isUnseparated = (word: string) => UNSEPARATED.test(folded(word));
