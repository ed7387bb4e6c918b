import { readableTasks } from '#lib/access/readable.ts';
import { type StateShown, stateShown } from '#lib/kinds/state-shown.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { pathOfNumber, type TaskKind } from '#lib/record/kind.ts';
import type { Major } from './find-major.ts';

/** A record that a major case is about, and when it was opened. */
export type BoardRecord = {
  number: string;
  href: string;
  title: string;
  state: StateShown;
  openedAt: string;
  /** When a change starts. */
  plannedStart: string | null;
};

/** The records a major case is about; null if there is none or the actor may not see it. */
export type BoardRecords = Record<'incident' | 'problem' | 'change', BoardRecord | null>;

type Row = {
  id: string;
  kind: TaskKind;
  number: string;
  title: string;
  state: string;
  openedAt: Date;
  plannedStart: Date | null;
};

function shown({ kind, number, title, state, openedAt, plannedStart }: Row): BoardRecord {
  return {
    number,
    href: pathOfNumber(number),
    title,
    state: stateShown(kind, state),
    openedAt: openedAt.toISOString(),
    plannedStart: plannedStart?.toISOString() ?? null,
  };
}

/** MAJ-9 · The incident, problem and change of a major case, if the actor may see them. */
export async function recordsOf(actor: Actor, { incidentId, problemId, changeId }: Major): Promise<BoardRecords> {
  const ids = [incidentId, problemId, changeId].filter((id) => id !== null);
  const rows =
    ids.length === 0
      ? []
      : await db().$queryRaw<Row[]>`
          select t.id, t.kind::text as kind, t.number, t.short_description as title, t.state, t.opened_at as "openedAt",
            c.planned_start as "plannedStart"
          from tasks t left join changes c using (id) where t.id = any(${ids}::uuid[]) and ${readableTasks(actor)}`;
  const of = (id: string | null) => {
    const row = rows.find((each) => each.id === id);
    return row ? shown(row) : null;
  };
  return { incident: of(incidentId), problem: of(problemId), change: of(changeId) };
}
