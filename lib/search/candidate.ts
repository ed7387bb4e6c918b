import { Prisma } from '#lib/platform/db.ts';
import { type TaskKind, taskKinds } from '#lib/record/kind.ts';
import { type NumberRanges, numberRanges, type TypedNumber } from '#lib/record/typed-number.ts';
import type { HitSort, Place } from './hit.ts';

/** Hits shown on a page. One more is read to know whether there are more. */
export const MAX_HITS = 50;
export const HITS_READ = MAX_HITS + 1;

/** How good a hit is, best first; equal ones are shown newest first. */
export const ranks = ['number', 'number-prefix', 'title', 'text', 'journal'] as const;

export type Rank = (typeof ranks)[number];

/** A match from one source. The excerpt is read later, and only for hits that are shown. */
export type Candidate = {
  id: string;
  sort: HitSort;
  href: string;
  number: string | null;
  title: string;
  state: { kind: TaskKind; value: string } | null;
  rank: Rank;
  place: Place;
  at: Date | null;
  /** The journal entry that contains the words. */
  entryId?: string;
  /** Matched text besides the title, if it is short enough to read with the match. */
  text?: string;
};

/** A record as the queries below select it. */
export type RecordRow = { id: string; kind: TaskKind; number: string; title: string; state: string; at: Date };

export const recordColumns = Prisma.sql`t.id, t.kind::text as kind, t.number, t.short_description as title, t.state`;

export function recordCandidate({ id, kind, number, title, state, at }: RecordRow) {
  const href = `/workspace/${taskKinds[kind].path}/${number}`;
  return { id, sort: kind, href, number, title, state: { kind, value: state }, at };
}

/** SQL condition: the column holds an account or article number that matches what the user typed. */
export function numberCondition(typed: TypedNumber | null, prefix: string, column: Prisma.Sql): Prisma.Sql {
  const meant = typed && numberRanges(typed, prefix);
  if (!meant) return Prisma.sql`false`;
  const within = meant.ranges.map(([low, high]) => Prisma.sql`${column} between ${low} and ${high}`);
  return Prisma.sql`(${Prisma.join([Prisma.sql`${column} = ${meant.exact}`, ...within], ' or ')})`;
}

/** Rank of a number among the matching numbers; null if it does not match. */
export function numberRank(meant: NumberRanges | null, number: string): Rank | null {
  if (!meant) return null;
  if (meant.exact === number) return 'number';
  return meant.ranges.some(([low, high]) => low <= number && number <= high) ? 'number-prefix' : null;
}
