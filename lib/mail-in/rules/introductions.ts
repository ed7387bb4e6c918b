/** MAIL-4 · "wrote" in the most common languages, as in the line that introduces a quote. */
const verbs = [
  'wrote|writes|schrieb|schrieben|a écrit|escribió|escreveu|ha scritto|schreef|skrev|kirjoitti|írta|a scris|je napisao',
  'napisał|napisała|napisał\\(a\\)|napsal|napsala|napsal\\(a\\)|napísal|napísala|yazdı|έγραψε|đã viết|menulis',
  'написал|написала|написал\\(а\\)|пишет|пише|написав|написала',
].join('|');
const VERB = new RegExp(`(?<![\\p{L}])(${verbs})(?![\\p{L}])`, 'iu');
/** The same in languages that put no space between words, or attach the word to the next. */
const JOINED_VERB = /(작성|쓴 글|님의 말|のメール|のメッセージ|書きました|写道|寫道|כתב|كتب|เขียนว่า)/;

const ADDRESS = /[^\s<>@]@[^\s<>@]+\.[^\s<>@]/;
const TIME = /\d{1,2}\s?[:.h時시]\s?\d{2}/i;
const DATE = /(19|20)\d\d|\d{1,2}[./-]\s?\d{1,2}[./-]/;
const YEAR = /(19|20)\d\d/;

const hasVerb = (line: string) => VERB.test(line) || JOINED_VERB.test(line);

/** Whether an unwrapped line introduces a mail program's quote: who wrote it, and when. */
export function isIntroduction(line: string): boolean {
  if (!/[:：]$/.test(line)) return false;
  const [address, verb] = [ADDRESS.test(line), hasVerb(line)];
  return (TIME.test(line) && (verb || address)) || (DATE.test(line) && verb && address);
}

/** Whether the line is certainly an introduction, so that the text below is a quote even without quote marks. */
export const isCertainIntroduction = (line: string): boolean =>
  ADDRESS.test(line) || (hasVerb(line) && YEAR.test(line) && TIME.test(line));

/** How such a line begins; the rest may be wrapped. */
export const INTRODUCTION_BEGINS =
  /^(on|am|le|el|em|il|op|den|på|dnia|w dniu|dne|în|vào|pada|\p{L}{2,4}\.?,? \d|(19|20)\d\d)(?=[\s\d.,/年년-])[^\n]{0,200}\d/iu;
