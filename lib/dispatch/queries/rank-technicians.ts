import { mayDispatch } from '#lib/access/field-service.ts';
import type { Candidate } from '#lib/appointment/rules/rating.ts';
import { type LeftOut, scoreTechnicians } from '#lib/appointment/rules/score-technicians.ts';
import { loadTechnicians } from '#lib/diary/load-technicians.ts';
import { siteOf, wantedOf } from '#lib/diary/wanted-of.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { dayWithin } from '../day-of-board.ts';
import { findTask } from '../find-task.ts';
import { dispatchSettings } from '../rules/find-breaches.ts';
import type { RankingQuery } from '../schema.ts';
import { hoursAndMinutes, timeIn } from '../words-of-time.ts';

type Part = Candidate['parts'][number];

/** Explains a part of a score. */
const says: Readonly<Record<Part['part'], (figure: number, begins: string) => string>> = {
  travel: (minutes) => (minutes === 0 ? 'no further way' : `${Math.round(minutes)} minutes further on the way`),
  earliness: (_, begins) => `begins at ${begins}`,
  load: (minutes) => (minutes === 0 ? 'nothing else that day' : `${hoursAndMinutes(minutes)} of other visits that day`),
  knowsAccount: (knows) => (knows > 0 ? 'has worked for this account' : 'is new to this account'),
  spareSkills: (spare) =>
    spare > 0 ? `${spare} more ${spare === 1 ? 'skill' : 'skills'} than required` : 'no extra skills',
};

/** WO-16 · Explains each part of a score with its points; `begins` is the start of the visit. */
const wordsOfParts = (parts: Candidate['parts'], begins: string): string[] =>
  parts.map(({ part, adds, figure }) => `${says[part](figure, begins)} (+${Math.round(adds * 100)})`);

/** The maximum number of candidates shown. */
const MAX = 25;

export interface Ranked {
  id: string;
  name: string;
  from: string;
  /** From 0 to 100. */
  score: number;
  parts: string[];
}

export interface TechnicianRanking {
  candidates: Ranked[];
  /** How many more technicians could go. */
  more: number;
  leftOut: LeftOut[];
}

/** WO-16 · The technicians who could go on a day, the best first, with their score explained, and why others could not. */
export async function rankTechnicians(actor: Actor, query: RankingQuery): Promise<TechnicianRanking> {
  enforce(mayDispatch(actor));
  const task = await findTask(actor, query.number);
  const at = now();
  const day = dayWithin(query.day, query.timeZone);
  const within = { from: Math.max(day.from, at.getTime() + 1), to: day.to };
  const [technicians, site, knowing] = await Promise.all([
    loadTechnicians(db(), { within: day, at, exceptTaskIds: [task.id] }),
    siteOf(db(), task),
    whoKnows(task.accountId),
  ]);
  const wanted = wantedOf(task, site, query.minutes, within);
  const accountIds = task.accountId ? [task.accountId] : [];
  const all = technicians.map((each) => (knowing.has(each.id) ? { ...each, accountIds } : each));
  const { candidates, leftOut } = scoreTechnicians(wanted, all, dispatchSettings);
  return {
    candidates: candidates.slice(0, MAX).map((each) => ranked(each, query.timeZone)),
    more: Math.max(0, candidates.length - MAX),
    leftOut: leftOut.toSorted((a, b) => a.name.localeCompare(b.name)),
  };
}

/** Technicians who have worked for the account. */
async function whoKnows(accountId: string | null): Promise<Set<string>> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    select distinct assigned_to_id as id from tasks
    where account_id = ${accountId}::uuid and kind = 'work_order_task' and assigned_to_id is not null`;
  return new Set(rows.map(({ id }) => id));
}

const ranked = ({ id, name, window, score, parts }: Candidate, timeZone: string): Ranked => ({
  id,
  name,
  from: new Date(window.from).toISOString(),
  score: Math.round(score * 100),
  parts: wordsOfParts(parts, timeIn(window.from, timeZone).slice(11)),
});
