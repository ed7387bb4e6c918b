import { INTRODUCTION_BEGINS, isIntroduction } from './introductions.ts';

/** A line of text: `raw` as written, `line` trimmed. */
export type Line = { raw: string; line: string };

/** The most lines that an introduction spans, if the mail program wraps lines near `WIDTH` characters. */
export const WRAPPED = 4;
const WIDTH = 64;
export const LOOKED_AT = 600;

export const isQuoted = ({ line }: Line | undefined = { raw: '', line: '' }) => line.startsWith('>');
export const isEmpty = ({ line }: Line | undefined = { raw: '', line: '' }) => line === '';
export const unwrapped = (lines: readonly Line[]) => lines.map(({ line }) => line.slice(0, LOOKED_AT)).join(' ');

/** Whether a program that wraps long lines could have wrapped between this line and the next. */
const isMaybeWrapped = ({ line }: Line, next: Line) => line.length + (next.line.split(' ')[0]?.length ?? 0) >= WIDTH;

/** The first line of the introduction that ends at `end`, without the author's own text right above it; -1: no introduction. */
function beginOfIntroduction(lines: readonly Line[], end: number): number {
  if (!/[:：]$/.test(lines[end]?.line ?? '')) return -1;
  let wraps = -1;
  let isWrap = true;
  for (let begin = end; begin > end - WRAPPED && begin >= 0; begin--) {
    const [first, next] = [lines[begin], lines[begin + 1]];
    if (!first || isEmpty(first) || isQuoted(first)) break;
    isWrap &&= begin === end || (next !== undefined && isMaybeWrapped(first, next));
    if (!isIntroduction(unwrapped(lines.slice(begin, end + 1)))) continue;
    if (INTRODUCTION_BEGINS.test(first.line)) return begin;
    if (wraps < 0 && isWrap) wraps = begin;
  }
  return wraps;
}

/** The number of lines, starting here, that introduce a quote; 0: none. */
export function introductionAt(lines: readonly Line[], from: number): number {
  for (let end = from; end < from + WRAPPED; end++) {
    if (isEmpty(lines[end])) return 0;
    if (beginOfIntroduction(lines, end) === from) return end - from + 1;
  }
  return 0;
}
