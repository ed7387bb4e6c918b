import { maySeeDashboard } from '#lib/access/shared.ts';
import { majorCasesAreOn } from '#lib/major-case/rules/propose.ts';
import { type Actor, timeZoneOf } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { readSettings } from '#lib/settings/settings.ts';
import type { DashboardQuery } from '../dashboard-query.ts';
import { dayOf, lastDays } from '../period.ts';
import { type ByDay, casesByDay } from './by-day.ts';
import { type OpenCases, openCases } from './open-cases.ts';
import { type RunningMajors, runningMajors } from './running-majors.ts';
import { type Times, timesOf } from './times.ts';
import { type Waiting, waitingCases } from './waiting-cases.ts';

export type Dashboard = {
  open: OpenCases;
  byDay: ByDay;
  times: Times;
  waiting: Waiting[];
  /** Null if major cases are switched off. */
  majors: RunningMajors | null;
};

/**
 * DASH-1 · The manager's figures over the cases that the actor may read; null if the actor is not a manager. A figure and the
 * list behind it use the same condition.
 */
export async function dashboard(actor: Actor, { filters, days }: DashboardQuery): Promise<Dashboard | null> {
  if (!maySeeDashboard(actor).ok) return null;
  const [timeZone, at, settings] = [timeZoneOf(actor), now(), await readSettings(db())];
  const today = dayOf(at, timeZone);
  const span = lastDays(days, today, timeZone);
  const [open, byDay, times, waiting, majors] = await Promise.all([
    openCases(actor, filters, { today, timeZone }),
    casesByDay(actor, filters, span),
    timesOf(actor, filters, span),
    waitingCases(actor, filters, at),
    majorCasesAreOn(settings).ok ? runningMajors(actor) : null,
  ]);
  return { open, byDay, times, waiting, majors };
}
