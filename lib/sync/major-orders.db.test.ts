import fc from 'fast-check';
import { expect, it } from 'vitest';
import { moveCase } from '#lib/case/commands/move-case.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { undoChange } from '#lib/engine/commands/undo-change.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import type { Incident } from '#lib/kinds/incident/definition.ts';
import { addChildren } from '#lib/major-case/commands/add-children.ts';
import { openMajorCase } from '#lib/major-case/commands/open-major-case.ts';
import { removeChild } from '#lib/major-case/commands/remove-child.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import { associate } from '#lib/related/commands/associate.ts';
import { syncChildren } from '#lib/testing/major-case-scenario.ts';
import { CAUSE, type Listed, MajorModel, modelOf, QUESTION, RESTARTED, SOLVED } from '#lib/testing/major-model.ts';
import { aCase, anIncident, change, commentsOf, fresh, notesOf, world } from '#lib/testing/world.ts';

const CASES = 3;
const solved = { resolutionCode: 'fixed_by_support', resolutionNotes: SOLVED };
const restarted = {
  state: 'resolved',
  resolutionCode: 'solution_provided',
  resolutionNotes: RESTARTED,
  probableCause: CAUSE,
};

const w = await world();

const verbs = {
  accept: { to: 'open', asks: {} },
  'request-info': { to: 'awaiting_info', asks: { comment: QUESTION } },
  open: { to: 'open', asks: {} },
  'propose-solution': { to: 'resolved', asks: { values: solved } },
  close: { to: 'closed', asks: { values: solved } },
} as const;
type Verb = keyof typeof verbs;

const of = fc.nat(CASES - 1);
const text = fc.constantFrom('One.', 'Two\nlines.', 'Ünïcode ✓');
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('say' as const),
      as: fc.constantFrom('comment' as const, 'work_note' as const),
      text,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('rank' as const), priority: fc.integer({ min: 1, max: 5 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('move' as const),
      verb: fc.constantFrom(...(Object.keys(verbs) as Verb[])),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('unrank' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('solve' as const), incident: fc.nat(1) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('join' as const), of }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('leave' as const), of }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('end' as const),
      of,
      verb: fc.constantFrom('propose-solution' as const, 'close' as const),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('hear' as const), incident: fc.nat(1), text }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
type ChildStep = Extract<Step, { of: number }>;

const listed = fc.record({
  on: fc.boolean(),
  priority: fc.boolean(),
  state: fc.boolean(),
  comments: fc.boolean(),
  work_notes: fc.boolean(),
  incident: fc.boolean(),
});
const namesOf = ({ state, priority, comments, work_notes, incident }: Listed): string =>
  [
    ...Object.entries({ priority, comments, work_notes, incident }).flatMap(([name, is]) => (is ? [name] : [])),
    ...(state ? ['state', 'close_notes', 'resolution_code'] : []),
  ].join();

/** Performs a step in the product. False: it was refused. */
async function really(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

async function take(
  each: Step,
  model: MajorModel,
  major: Case,
  cases: readonly Case[],
  incidents: readonly Incident[],
): Promise<void> {
  const { number } = major;
  if (each.do === 'say') {
    if (await really(() => addEntry(w.mia, { kind: 'case', number, type: each.as, text: each.text })))
      model.say(each.as, each.text);
  } else if (each.do === 'rank') {
    if (await really(() => change(w.mia, major, { priority: each.priority }))) model.rank(each.priority);
  } else if (each.do === 'move') {
    const confirmed = { number, verb: each.verb, ...verbs[each.verb].asks, confirmed: true };
    if (await really(() => moveCase(w.mia, confirmed))) model.move(verbs[each.verb].to, number);
  } else if (each.do === 'unrank') {
    const undone = { kind: 'case', number, version: (await fresh(major)).version, what: 'priority' } as const;
    if (await really(() => undoChange(w.mia, undone))) model.unrank();
  } else if (each.do === 'solve') {
    const incident = await fresh(incidents[each.incident] as Incident);
    if (incident.state !== 'resolved' && (await really(() => change(w.ian, incident, restarted))))
      model.solve(each.incident);
  } else if (each.do === 'hear') {
    const heard = incidents[each.incident]?.number ?? '';
    await addEntry(w.ian, { kind: 'incident', number: heard, type: 'comment', text: each.text });
    model.hear(each.incident, each.text);
  } else await takeOfChild(each, model, number, cases);
}

async function takeOfChild(each: ChildStep, model: MajorModel, number: string, cases: readonly Case[]): Promise<void> {
  const [theCase, modelled] = [cases[each.of], model.cases[each.of]];
  if (!theCase || !modelled) return;
  if (each.do === 'join') {
    const before = (await fresh(theCase)).parentId;
    await really(() => addChildren(w.mia, { number, caseNumbers: [theCase.number] }));
    if (!before && (await fresh(theCase)).parentId) model.join(modelled, number);
  } else if (each.do === 'leave') {
    if (await really(() => removeChild(w.mia, { number, caseNumber: theCase.number }))) model.leave(modelled, number);
  } else if (
    await really(() => moveCase(w.mia, { number: theCase.number, verb: each.verb, values: solved, confirmed: true }))
  )
    Object.assign(modelled, { state: verbs[each.verb].to, solution: SOLVED });
}

/** Links and incident state changes have separate tests. */
const withoutLinks = (notes: readonly string[]) =>
  notes.filter((note) => !/ associated\.$| state changed from | was resolved as /.test(note));

it('SYNC-MAJ-1, SYNC-MAJ-2, SYNC-MAJ-3, SYNC-MAJ-4, SYNC-MAJ-5, SYNC-INC-6, MAJ-7 · in any order, each journal, state, priority and solution matches the rules', async () => {
  const links = fc.array(fc.constantFrom(0, 0, 1, null), { minLength: CASES + 1, maxLength: CASES + 1 });
  await fc.assert(
    fc.asyncProperty(
      listed,
      links,
      fc.array(step, { minLength: 5, maxLength: 25, size: 'max' }),
      async (sync, linked, steps) => {
        await syncChildren(sync.on, namesOf(sync));
        const incidents = [await anIncident(w), await anIncident(w)];
        const values = { shortDescription: 'Payments fail', businessImpact: 'No sales.' };
        const major = await fresh(await openMajorCase(w.mia, { as: 'major case', values }));
        const cases = [await aCase(w), await aCase(w), await aCase(w)];
        for (const [at, theCase] of [major, ...cases].entries()) {
          const incident = incidents[linked[at] ?? -1];
          if (incident)
            await associate(w.mia, { caseNumber: theCase.number, link: 'incident', number: incident.number });
        }
        const all = await Promise.all([major, ...cases].map((each) => fresh(each)));
        const [own = modelOf(null, major), ...others] = all.map((each, at) => modelOf(linked[at] ?? null, each));
        const model = new MajorModel(sync, incidents, own, others);
        for (const each of steps) await take(each, model, major, cases, incidents);
        for (const [at, theCase] of [major, ...cases].entries()) {
          const { state, priority, resolutionNotes: solution, probableCause } = await fresh(theCase);
          const expected = [own, ...others][at];
          const found = {
            state,
            priority,
            solution,
            probableCause,
            comments: await commentsOf(theCase),
            notes: withoutLinks(await notesOf(theCase)),
          };
          expect({ at, ...found }).toEqual({
            at,
            state: expected?.state,
            priority: expected?.priority,
            solution: expected?.solution,
            probableCause: expected?.probableCause,
            comments: expected?.comments,
            notes: expected?.notes,
          });
        }
      },
    ),
    { numRuns: 50, endOnFailure: true },
  );
});
