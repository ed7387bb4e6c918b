import type { Case } from '#lib/kinds/case/definition.ts';
import { type CaseState, caseMoves } from '#lib/kinds/case/states.ts';

/** What major cases copy into children: nothing unless `on`. */
export type Listed = Record<'on' | 'priority' | 'state' | 'comments' | 'work_notes' | 'incident', boolean>;

/** The question to customers of a major case in Awaiting Info. */
export const QUESTION = 'Which floor?';

/** Resolution notes of a case resolved by its agent, and by the incident that caused it. */
export const SOLVED = 'Replaced.';
export const RESTARTED = 'Restarted.';
export const CAUSE = 'A full disk';

export type Modelled = {
  state: CaseState;
  priority: number;
  solution: string;
  probableCause: string;
  comments: string[];
  notes: string[];
  incident: number | null;
};

const isOver = ({ state }: Modelled) => state === 'closed' || state === 'cancelled';
/** SYNC-MAJ-1 · Whether a child accepts copies. */
const takes = (child: Modelled) => !isOver(child) && child.state !== 'resolved';

/** Model of a major case and its children, written from the specification alone. */
export class MajorModel {
  readonly children = new Set<Modelled>();
  /** The last priority change, and each child's previous priority. */
  private ranked: { from: number; to: number; had: ReadonlyMap<Modelled, number> } | null = null;
  readonly major: Modelled;
  readonly cases: readonly Modelled[];
  private readonly sync: Listed;
  private readonly incidents: readonly { number: string }[];

  constructor(sync: Listed, incidents: readonly { number: string }[], major: Modelled, cases: readonly Modelled[]) {
    [this.sync, this.incidents, this.major, this.cases] = [sync, incidents, major, cases];
  }

  private reach(name: keyof Listed, write: (child: Modelled) => void): void {
    if (this.sync.on && this.sync[name]) for (const child of this.children) if (takes(child)) write(child);
  }

  say(as: string, said: string): void {
    const [into, name] = as === 'comment' ? (['comments', 'comments'] as const) : (['notes', 'work_notes'] as const);
    this.major[into].push(said);
    this.reach(name, (child) => child[into].push(said));
  }

  rank(priority: number): void {
    const from = this.major.priority;
    if (from === priority) return;
    const had = new Map<Modelled, number>();
    this.major.priority = priority;
    this.reach('priority', (child) => {
      if (child.priority !== priority) had.set(child, child.priority);
      child.priority = priority;
    });
    this.ranked = { from, to: priority, had };
  }

  /** SYNC-MAJ-1 · Undoes the last priority change. A child that left, ended or changed since keeps its own. */
  unrank(): void {
    if (!this.ranked) return;
    const { from, to, had } = this.ranked;
    this.major.priority = from;
    for (const [child, priority] of had)
      if (this.children.has(child) && !isOver(child) && child.priority === to) child.priority = priority;
    this.ranked = null;
  }

  /** SYNC-INC-6 · Copies the incident's resolution to its unresolved major case, and to open children without another incident. */
  solve(incident: number): void {
    if (this.major.incident !== incident || isOver(this.major)) return;
    const open = [...this.children].filter((child) => takes(child) && (child.incident ?? incident) === incident);
    const major = takes(this.major) ? [this.major] : [];
    for (const each of [...major, ...open]) Object.assign(each, { solution: RESTARTED, probableCause: CAUSE });
  }

  /** SYNC-MAJ-5, SYNC-MAJ-2. */
  move(to: CaseState, name: string): void {
    if (to === 'awaiting_info') this.say('comment', QUESTION);
    const changed = this.major.state !== to;
    this.major.state = to;
    const ends = to === 'resolved' || to === 'closed';
    if (ends) this.major.solution = SOLVED;
    if (!changed || to === 'awaiting_info') return;
    this.reach('state', (child) => {
      if (ends) child.solution = SOLVED;
      if (to === 'closed') child.notes.push(`Major case ${name} was closed, and this case with it.`);
      if (caseMoves[child.state].includes(to)) child.state = to;
    });
  }

  join(child: Modelled, major: string): void {
    this.children.add(child);
    this.major.notes.push('1 child case added.');
    child.notes.push(`Added as child of major case ${major}.`);
  }

  leave(child: Modelled, major: string): void {
    this.children.delete(child);
    child.notes.push(`Removed from major case ${major}.`);
    if (!isOver(this.major)) this.major.notes.push('1 child case removed.');
  }

  /** SYNC-MAJ-3, SYNC-MAJ-4, MAJ-7. */
  hear(incident: number, said: string): void {
    const note = `Comment on ${this.incidents[incident]?.number} by Ian Itil: ${said}`;
    // A closed or cancelled major case receives no updates, so it passes none on.
    const shared = this.major.incident === incident && !isOver(this.major);
    if (shared) this.major.notes.push(note);
    for (const each of this.cases) {
      if (each.incident !== incident || isOver(each)) continue;
      if (!(shared && this.children.has(each))) each.notes.push(note);
      else if (this.sync.on && this.sync.work_notes && this.sync.incident && takes(each)) each.notes.push(note);
    }
  }
}

export const modelOf = (incident: number | null, { state, priority }: Case): Modelled => ({
  state: state as CaseState,
  priority,
  solution: '',
  probableCause: '',
  comments: [],
  notes: [],
  incident,
});
