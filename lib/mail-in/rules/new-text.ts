import { attributions, headerGoesOn, headerStart, programs, separators } from './reply-markers.ts';

/** An introduction is wrapped into so many lines at most. */
const WRAPPED = 4;
/** A block of headers says so soon what it is. */
const BLOCK = 6;

const isQuoted = (line: string) => line.startsWith('>');
const isRule = (line: string) => /^[_-]{8,}$/.test(line);
const matches = (patterns: readonly RegExp[], line: string) => patterns.some((pattern) => pattern.test(line));

/** How many lines from here introduce a quote; 0: none. */
function attributionAt(lines: readonly string[], from: number): number {
  for (let count = 1; count <= WRAPPED; count++) {
    const part = lines.slice(from, from + count);
    if (part.length < count || part.at(-1) === '') return 0;
    if (matches(attributions, part.join(' ').replaceAll(/\s+/g, ' ').slice(0, 600))) return count;
  }
  return 0;
}

/** Whether all from here on is older: a separator, or the headers of what is answered. */
function isOlderFrom(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? '';
  if (matches(separators, line)) return true;
  if (isRule(line)) return headerStart.test(lines.slice(at + 1).find((next) => next !== '') ?? '');
  return headerStart.test(line) && lines.slice(at + 1, at + BLOCK).some((next) => headerGoesOn.test(next));
}

/** The next line that says something is a quoted one. */
const quoteFollows = (lines: readonly string[], from: number) =>
  isQuoted(lines.slice(from, from + 3).find((line) => line !== '') ?? '');

/** Without what is quoted: with its marks wherever it stands, without them from its introduction on. */
function unquoted(lines: readonly string[]): string[] {
  const kept: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const saysSomething = kept.some((line) => line !== '');
    if (saysSomething && isOlderFrom(lines, at)) break;
    const introduction = attributionAt(lines, at);
    if (introduction > 0 && quoteFollows(lines, at + introduction)) at += introduction - 1;
    else if (introduction > 0 && saysSomething) break;
    else if (!isQuoted(lines[at] ?? '')) kept.push(lines[at] ?? '');
  }
  return kept;
}

/** Without what stands below the sign of a signature, and what programs add. */
function unsigned(lines: readonly string[]): string[] {
  const sign = lines.findIndex((line, at) => /^--\s?$/.test(line) && lines.slice(0, at).some((each) => each !== ''));
  const kept = sign < 0 ? lines : lines.slice(0, sign);
  return kept.filter((line) => !matches(programs, line));
}

/** MAIL-4 · What is new in the text of an answer: without quotes and signatures. Empty: nothing is. */
export function newText(text: string): string {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.replaceAll('\u00a0', ' ').trimEnd());
  return unsigned(unquoted(lines))
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}
