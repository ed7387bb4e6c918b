import { INTRODUCTION_BEGINS, isIntroduction } from './introductions.ts';

/** A line as it is looked at: `raw` as it was written, `line` without blanks around it. */
export type Line = { raw: string; line: string };

/** An introduction is wrapped into so many lines at most, by programs that write about so many characters in a line. */
export const WRAPPED = 4;
const WIDTH = 64;
export const LOOKED_AT = 600;

export const isQuoted = ({ line }: Line | undefined = { raw: '', line: '' }) => line.startsWith('>');
export const isEmpty = ({ line }: Line | undefined = { raw: '', line: '' }) => line === '';
export const unwrapped = (lines: readonly Line[]) => lines.map(({ line }) => line.slice(0, LOOKED_AT)).join(' ');

/** Whether a program that wraps long lines could have broken this one before the next. */
const mayGoOn = ({ line }: Line, next: Line) => line.length + (next.line.split(' ')[0]?.length ?? 0) >= WIDTH;

/** Where the introduction begins that ends in a line, so that what somebody wrote right above it is none of it; -1: it is none. */
function beginOfIntroduction(lines: readonly Line[], end: number): number {
  if (!/[:：]$/.test(lines[end]?.line ?? '')) return -1;
  let wraps = -1;
  let isWrap = true;
  for (let begin = end; begin > end - WRAPPED && begin >= 0; begin--) {
    const [first, next] = [lines[begin], lines[begin + 1]];
    if (!first || isEmpty(first) || isQuoted(first)) break;
    isWrap &&= begin === end || (next !== undefined && mayGoOn(first, next));
    if (!isIntroduction(unwrapped(lines.slice(begin, end + 1)))) continue;
    if (INTRODUCTION_BEGINS.test(first.line)) return begin;
    if (wraps < 0 && isWrap) wraps = begin;
  }
  return wraps;
}

/** How many lines from here introduce a quote; 0: none. */
export function introductionAt(lines: readonly Line[], from: number): number {
  for (let end = from; end < from + WRAPPED; end++) {
    if (isEmpty(lines[end])) return 0;
    if (beginOfIntroduction(lines, end) === from) return end - from + 1;
  }
  return 0;
}
