import { Prisma } from '#lib/platform/db.ts';
import { type TaskKind, taskKinds } from '#lib/record/kind.ts';
import { type NumberRanges, numberRanges, type TypedNumber } from '#lib/record/typed-number.ts';
import type { HitSort, Place } from './hit.ts';

/** The page shows so many hits; one more says that there are more. */
export const MOST_HITS = 50;
export const HITS_READ = MOST_HITS + 1;

/** How good a hit is, best first; equal ones are shown newest first. */
export const ranks = ['number', 'number-prefix', 'title', 'text', 'journal'] as const;

export type Rank = (typeof ranks)[number];

/** What a source has found. The text around the words is read only for what is shown. */
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
  /** The entry of the journal that has the words. */
  entryId?: string;
  /** What was found besides the title, where it is short enough to be at hand. */
  text?: string;
};

/** A record as the queries below select it. */
export type RecordRow = { id: string; kind: TaskKind; number: string; title: string; state: string; at: Date };

export const recordColumns = Prisma.sql`t.id, t.kind::text as kind, t.number, t.short_description as title, t.state`;

/** The sort, address and state of a record that was found. */
export function recordCandidate({ id, kind, number, title, state, at }: RecordRow) {
  const href = `/workspace/${taskKinds[kind].path}/${number}`;
  return { id, sort: kind, href, number, title, state: { kind, value: state }, at };
}

/** The numbers of accounts or articles that were meant, as a condition on their column. */
export function numberCondition(typed: TypedNumber | null, prefix: string, column: Prisma.Sql): Prisma.Sql {
  const meant = typed && numberRanges(typed, prefix);
  if (!meant) return Prisma.sql`false`;
  const within = meant.ranges.map(([low, high]) => Prisma.sql`${column} between ${low} and ${high}`);
  return Prisma.sql`(${Prisma.join([Prisma.sql`${column} = ${meant.exact}`, ...within], ' or ')})`;
}

/** Which rank a number has that is among those meant, if it is. */
export function numberRank(meant: NumberRanges | null, number: string): Rank | null {
  if (!meant) return null;
  if (meant.exact === number) return 'number';
  return meant.ranges.some(([low, high]) => low <= number && number <= high) ? 'number-prefix' : null;
}
