import type { Case } from '#lib/case/definition.ts';
import { type CaseState, caseMoves } from '#lib/case/states.ts';

/** What is copied from major cases into children: nothing unless it is on. */
export type Listed = Record<'on' | 'priority' | 'state' | 'comments' | 'work_notes' | 'incident', boolean>;

/** What is asked of the customers of a major case that awaits their answer. */
export const QUESTION = 'Which floor?';

export type Modelled = {
  state: CaseState;
  priority: number;
  comments: string[];
  notes: string[];
  incident: number | null;
};

const isOver = ({ state }: Modelled) => state === 'closed' || state === 'cancelled';
/** SYNC-MAJ-1 · Open for what is copied. */
const takes = (child: Modelled) => !isOver(child) && child.state !== 'resolved';

/** What becomes of a major case and of its children, by nothing but the specification's words. */
export class MajorModel {
  readonly children = new Set<Modelled>();
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
    if (this.major.priority === priority) return;
    this.major.priority = priority;
    this.reach('priority', (child) => (child.priority = priority));
  }

  /** SYNC-MAJ-5, SYNC-MAJ-2. */
  move(to: CaseState, name: string): void {
    if (to === 'awaiting_info') this.say('comment', QUESTION);
    const changed = this.major.state !== to;
    this.major.state = to;
    if (!changed || to === 'awaiting_info') return;
    this.reach('state', (child) => {
      if (to === 'closed') child.notes.push(`Major case ${name} was closed, and this case with it.`);
      if (caseMoves[child.state].includes(to)) child.state = to;
    });
  }

  join(child: Modelled, name: string, major: string): void {
    this.children.add(child);
    this.major.notes.push(`Child cases added: ${name}.`);
    child.notes.push(`Added as child of major case ${major}.`);
  }

  leave(child: Modelled, name: string, major: string): void {
    this.children.delete(child);
    child.notes.push(`Removed from major case ${major}.`);
    if (!isOver(this.major)) this.major.notes.push(`Child case ${name} removed.`);
  }

  /** SYNC-MAJ-3, SYNC-MAJ-4, MAJ-7. */
  hear(incident: number, said: string): void {
    const note = `Comment on ${this.incidents[incident]?.number} by Ian Itil: ${said}`;
    // A major case that is over hears nothing more, and so speaks for nobody.
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
  comments: [],
  notes: [],
  incident,
});
