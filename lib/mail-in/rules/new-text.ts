import { introductionAt, isEmpty, isQuoted, type Line, unwrapped, WRAPPED } from './introduction-at.ts';
import { isCertainIntroduction } from './introductions.ts';
import { isOlderFrom } from './older-from.ts';
import { programs } from './reply-markers.ts';

/** In lines: longer text is not a signature, whatever precedes it. */
const LONGEST_SIGNATURE = 12;

/** The next line with text is a quoted one. */
const quoteFollows = (lines: readonly Line[], from: number) =>
  isQuoted(lines.slice(from, from + 3).find((line) => !isEmpty(line)));

/** Whether a quote begins here with a quoted introduction, as phones write it. */
function quoteBeginsAt(lines: readonly Line[], at: number): boolean {
  if (!isQuoted(lines[at]) || isQuoted(lines[at - 1])) return false;
  const inside = lines.slice(at, at + WRAPPED + 1).map(({ raw, line }) => ({ raw, line: line.replace(/^>\s?/, '') }));
  return introductionAt(inside, 0) > 0;
}

/** The lines that are not quoted. Lines with `>` count as quoted only below an introduction, because people type `>` too. */
function unquoted(lines: readonly Line[]): Line[] {
  const kept: Line[] = [];
  let [isIntroduced, saysSomething, isFresh] = [false, false, true];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (!line || (saysSomething && isOlderFrom(lines, at))) break;
    const count = introductionAt(lines, at);
    if (count > 0 && quoteFollows(lines, at + count)) {
      [isIntroduced, isFresh] = [true, true];
      at += count - 1;
      continue;
    }
    if (count > 0 && saysSomething && isCertainIntroduction(unwrapped(lines.slice(at, at + count)))) break;
    if (quoteBeginsAt(lines, at)) [isIntroduced, isFresh] = [true, true];
    if (isIntroduced && isFresh && isQuoted(line)) continue;
    isFresh = isEmpty(line);
    saysSomething ||= !isEmpty(line);
    kept.push(line);
  }
  return kept;
}

/** Without the signature below `-- `, and without the line that a phone adds at the end. */
function unsigned(lines: readonly Line[]): readonly Line[] {
  const sign = lines.findIndex(({ raw }, at) => /^-- $/.test(raw) && lines.slice(0, at).some((line) => !isEmpty(line)));
  const below = sign < 0 ? 0 : lines.slice(sign + 1).filter((line) => !isEmpty(line)).length;
  const kept = below > 0 && below <= LONGEST_SIGNATURE ? lines.slice(0, sign) : lines;
  const last = kept.findLastIndex((line) => !isEmpty(line));
  const isProgram = last > 0 && isEmpty(kept[last - 1]) && programs.some((each) => each.test(kept[last]?.line ?? ''));
  return isProgram ? kept.slice(0, last) : kept;
}

/** The lines as written, without empty lines at either end, and with one empty line in place of each quote. */
function joined(kept: readonly Line[], all: readonly Line[]): string {
  const places = new Map(all.map((line, at) => [line, at]));
  const lines = kept.filter((line, at) => {
    const before = kept[at - 1];
    const follows = before === undefined || (places.get(line) ?? 0) - (places.get(before) ?? 0) === 1;
    return follows || !(isEmpty(line) && isEmpty(before));
  });
  return withoutEmptyEnds(lines.map(({ raw }) => raw.trimEnd()).join('\n'));
}

/** A text without leading and trailing empty lines; its first line keeps its indentation. */
export const withoutEmptyEnds = (text: string): string => text.replace(/^(?:[^\S\n]*\n)+/, '').trimEnd();

/** MAIL-4 · The new text of an answer, without definite quotes and signatures; empty if nothing is new. */
export function newText(text: string): string {
  const lines = text.split(/\r\n|\r|\n/).map((raw) => ({ raw, line: raw.replaceAll('\u00a0', ' ').trim() }));
  return joined(unsigned(unquoted(lines)), lines);
}
