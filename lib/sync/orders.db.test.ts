import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { moveCase } from '#lib/case/commands/move-case.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import type { Incident } from '#lib/kinds/incident/definition.ts';
import { type IncidentState, incidentMoves, incidentStates } from '#lib/kinds/incident/states.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import { associate } from '#lib/related/commands/associate.ts';
import { remove } from '#lib/related/commands/remove.ts';
import { aCase, anIncident, change, notesOf, setProperty, world } from '#lib/testing/world.ts';
import type { Values } from '#lib/write/check-values.ts';

const CASES = 3;
const INCIDENTS = 2;

const w = await world();
beforeAll(async () => {
  await setProperty('proactive_workflows_for_providers.additional_comments_sync', 'true');
});

type Step =
  | { do: 'move'; incident: number; to: IncidentState }
  | { do: 'comment'; incident: number; text: string }
  | { do: 'hear'; on: number; text: string }
  | { do: 'associate'; on: number; incident: number }
  | { do: 'remove'; on: number; incident: number }
  | { do: 'close'; on: number };

const on = fc.nat(CASES - 1);
const incident = fc.nat(INCIDENTS - 1);
const text = fc.constantFrom('One.', 'Two\nlines.', 'Ünïcode ✓');
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('move' as const),
      incident,
      to: fc.constantFrom(...(Object.keys(incidentStates) as IncidentState[])),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('comment' as const), incident, text }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('hear' as const), on, text }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('associate' as const), on, incident }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), on, incident }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('close' as const), on }) },
);

const solved = { resolutionCode: 'solution_provided', resolutionNotes: 'Restarted.' };

/** Expected work notes of every case, derived from the specification alone. */
class Checker {
  readonly notes: string[][] = Array.from({ length: CASES }, () => []);
  private readonly links: (number | null)[] = Array.from({ length: CASES }, () => null);
  private readonly closed: boolean[] = Array.from({ length: CASES }, () => false);
  private readonly states: IncidentState[] = Array.from({ length: INCIDENTS }, () => 'new');
  private readonly incidents: readonly Incident[];
  private readonly cases: readonly Case[];

  constructor(incidents: readonly Incident[], cases: readonly Case[]) {
    this.incidents = incidents;
    this.cases = cases;
  }

  /** Returns whether the step is accepted; if so, adds the expected notes. */
  take(step: Step): boolean {
    if (step.do === 'move') return this.move(step.incident, step.to);
    if (step.do === 'comment')
      return this.tell(step.incident, `Comment on ${this.name(step.incident)} by Ian Itil: ${step.text}`);
    if (this.closed[step.on]) return false;
    if (step.do === 'hear') return this.hear(step.on, step.text);
    if (step.do === 'associate') return this.associate(step.on, step.incident);
    if (step.do === 'remove') return this.remove(step.on, step.incident);
    this.closed[step.on] = true;
    return true;
  }

  private name(incident: number): string {
    return this.incidents[incident]?.number ?? '';
  }

  private tell(incident: number, note: string, except?: number): true {
    for (const [index, link] of this.links.entries())
      if (link === incident && index !== except && !this.closed[index]) this.notes[index]?.push(note);
    return true;
  }

  private move(incident: number, to: IncidentState): boolean {
    const from = this.states[incident] ?? 'new';
    if (from === to) return true;
    if (!incidentMoves[from].includes(to)) return false;
    this.states[incident] = to;
    const name = this.name(incident);
    const lines = [`${name} state changed from ${incidentStates[from].label} to ${incidentStates[to].label}.`];
    if (to === 'on_hold') lines.push(`${name} on hold reason: Awaiting Vendor.`);
    if (to === 'resolved' || to === 'closed')
      lines.push(`${name} resolution code: Solution provided.`, `${name} resolution notes: Restarted.`);
    return this.tell(incident, lines.join('\n'));
  }

  private hear(on: number, text: string): true {
    const incident = this.links[on];
    if (typeof incident !== 'number') return true;
    const said = `Cora Customer (Boxeo) on ${this.cases[on]?.number}: ${text}`;
    return this.tell(incident, `Comment on ${this.name(incident)} by System: ${said}`, on);
  }

  private associate(on: number, incident: number): boolean {
    const state = this.states[incident] ?? 'new';
    if (typeof this.links[on] === 'number' || incidentStates[state].phase !== 'open') return false;
    this.links[on] = incident;
    this.notes[on]?.push(`Incident ${this.name(incident)} associated.`);
    return true;
  }

  private remove(on: number, incident: number): boolean {
    if (this.links[on] !== incident) return false;
    this.links[on] = null;
    this.notes[on]?.push(`Incident ${this.name(incident)} removed.`);
    return true;
  }
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error(`There is no ${index}.`);
  return found;
}

/** Performs a step in the product. False: it was refused. */
async function really(step: Step, cases: readonly Case[], incidents: readonly Incident[]): Promise<boolean> {
  try {
    await perform(step, cases, incidents);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

async function perform(step: Step, cases: readonly Case[], incidents: readonly Incident[]): Promise<unknown> {
  if (step.do === 'move') {
    const more: Values =
      step.to === 'on_hold' ? { holdReason: 'awaiting_vendor' } : step.to === 'resolved' ? solved : {};
    return change(w.ian, at(incidents, step.incident), { state: step.to, ...more });
  }
  if (step.do === 'comment')
    return addEntry(w.ian, {
      kind: 'incident',
      number: at(incidents, step.incident).number,
      type: 'comment',
      text: step.text,
    });
  const { number } = at(cases, step.on);
  if (step.do === 'hear') return addEntry(w.cora, { kind: 'case', number, type: 'comment', text: step.text });
  if (step.do === 'close') return moveCase(w.ava, { number, verb: 'close', values: { resolutionNotes: 'Done.' } });
  const relate = step.do === 'associate' ? associate : remove;
  return relate(w.ava, { caseNumber: number, link: 'incident', number: at(incidents, step.incident).number });
}

describe('synchronisation in any order', () => {
  it('SYNC-00, SYNC-000, SYNC-2, REL-12 · each case holds exactly the notes that the rules promise', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        const cases = [await aCase(w), await aCase(w), await aCase(w)];
        // Without a caller, so that no comment is the caller's answer (INC-2 has its own tests).
        const incidents = [await anIncident(w), await anIncident(w)];
        const checker = new Checker(incidents, cases);
        for (const each of steps)
          expect(await really(each, cases, incidents), JSON.stringify(each)).toBe(checker.take(each));
        for (const [index, theCase] of cases.entries()) expect(await notesOf(theCase)).toEqual(checker.notes[index]);
      }),
      { numRuns: 30, endOnFailure: true },
    );
  });
});
