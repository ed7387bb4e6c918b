/** The maximum length of a short description. */
const LONGEST = 160;

/** The short description of a case that a customer described: the first sentence, or as much of it as fits. */
export function titleOf(description: string): string {
  const [line = ''] = description.trim().split(/[\r\n\u2028\u2029]/, 1);
  const plain = line.replaceAll(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, ' ').trim();
  const end = plain.search(/[.!?。！？](\s|$)/u);
  const sentence = end > 0 ? plain.slice(0, plain[end] === '.' ? end : end + 1) : plain;
  if (sentence.length <= LONGEST) return sentence;
  const cut = sentence.slice(0, LONGEST - 1);
  const blank = cut.lastIndexOf(' ');
  return `${(blank > LONGEST / 2 ? cut.slice(0, blank) : cut).toWellFormed()}…`;
}
