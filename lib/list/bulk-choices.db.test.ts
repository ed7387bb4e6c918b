import { describe, expect, it } from 'vitest';
import { moveCase } from '#lib/case/commands/move-case.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { aProblem } from '#lib/testing/itsm.ts';
import { aCase, aCaseWithIncident, anIncident, change, setProperty, type World, world } from '#lib/testing/world.ts';
import { bulkChoices } from './bulk-choices.ts';
import type { BulkMove } from './bulk-moves.ts';

const w = await world();

const choicesOf = async (actor: World['ava'], records: readonly TaskRecord[]) => {
  const [first] = records;
  const choices =
    first && (await bulkChoices(actor, { kind: first.kind, numbers: records.map(({ number }) => number) }));
  if (!choices) throw new Error('There is no such list.');
  return choices;
};
const common = (moves: readonly BulkMove[]) =>
  moves.filter(({ cannot }) => cannot.length === 0).map(({ label }) => label);
const move = (moves: readonly BulkMove[], label: string) => moves.find((each) => each.label === label);

describe('bulk actions', () => {
  it('CASE-8 · the moves that all cases have; for the others, the cases that cannot', async () => {
    const [fresh, mine, resolved] = [await aCase(w), await aCase(w, { assignedToId: w.ava.id }), await aCase(w)];
    const values = { resolutionCode: 'duplicate', resolutionNotes: 'Twice.' };
    await moveCase(w.ava, { number: resolved.number, verb: 'propose-solution', values });
    const two = (await choicesOf(w.ava, [fresh, mine])).moves;
    expect(common(two)).toEqual(['Propose solution', 'Close case', 'Cancel case']);
    expect(move(two, 'Accept')?.cannot).toEqual([fresh.number]);
    // A resolved case does not prevent proposing a solution to the others.
    const three = (await choicesOf(w.ava, [fresh, mine, resolved])).moves;
    expect(common(three)).toEqual(['Propose solution']);
    expect(move(three, 'Cancel case')?.cannot).toEqual([resolved.number]);
    const asked = move(three, 'Propose solution')?.fields.map(({ name, required }) => [name, required]);
    expect(asked).toEqual([
      ['resolutionCode', true],
      ['resolutionNotes', true],
      ['addResolutionNotesToComments', false],
    ]);
  });

  it('INC-1 · the states that all incidents can reach, with the fields that they ask for', async () => {
    const [first, second] = [await anIncident(w), await anIncident(w)];
    await change(w.ian, second, { state: 'in_progress' });
    const { moves } = await choicesOf(w.ian, [first, second]);
    expect(common(moves)).toEqual(['In Progress', 'On Hold', 'Resolved', 'Canceled']);
    expect(move(moves, 'On Hold')).toMatchObject({
      fields: [{ name: 'holdReason', required: false }],
      commentWith: { holdReason: 'awaiting_caller' },
    });
    expect(move(moves, 'Canceled')).toMatchObject({ fields: [], final: true });
  });

  it('PRB-1 · a code is offered if each of them accepts it, with its further fields', async () => {
    const [first, second] = [await aProblem(w), await aProblem(w)];
    await change(w.ian, second, { state: 'assess' });
    const { moves } = await choicesOf(w.ian, [first, second]);
    const closed = move(moves, 'Closed');
    expect(closed?.fields.map(({ name }) => name)).toEqual(['resolutionCode']);
    expect(closed?.fieldsWith.resolutionCode?.canceled?.map(({ name }) => name)).toEqual(['cancelledReason']);
    const offered = closed?.fields[0]?.options?.map(({ value }) => value) ?? [];
    const alone = await Promise.all(
      [first, second].map(async (record) =>
        move((await choicesOf(w.ian, [record])).moves, 'Closed')?.fields[0]?.options?.map(({ value }) => value),
      ),
    );
    expect(offered.length).toBeGreaterThan(0);
    expect(offered).toEqual(alone[0]?.filter((value) => alone[1]?.includes(value)));
  });

  it('INC-4 · priority, and why it cannot be set', async () => {
    const incident = await anIncident(w);
    expect((await choicesOf(w.ian, [incident])).priority).toMatchObject({
      cannot: [incident.number],
      because: 'From impact and urgency',
    });
    await setProperty('com.snc.incident.data_lookup_active', 'false');
    expect((await choicesOf(w.ian, [incident])).priority).toMatchObject({ cannot: [], because: null });
    await setProperty('com.snc.incident.data_lookup_active', 'true');
  });

  it('MAIL-10, REC-1 · the readers of a comment, and the records that take none', async () => {
    const [ofCora, ofJane, closed] = [await aCase(w), await aCase(w, { consumerId: w.jane.id }), await aCase(w)];
    await moveCase(w.ava, { number: closed.number, verb: 'cancel' });
    const { comment, workNote } = await choicesOf(w.ava, [ofCora, ofJane, closed]);
    expect(comment.cannot).toEqual([closed.number]);
    expect(workNote.cannot).toEqual([closed.number]);
    expect(comment.audience).toEqual([
      `Cora Customer will be emailed. (${ofCora.number})`,
      `Jane Doe will be emailed. (${ofJane.number})`,
    ]);
  });

  it('SYNC-3 · in how many cases comments on incidents would be posted', async () => {
    const { incident } = await aCaseWithIncident(w);
    const { comment } = await choicesOf(w.ian, [incident, await anIncident(w)]);
    expect(comment.audience.at(-1)).toBe('Also posted as a work note on 1 case.');
  });

  it('ACC-6 · nothing to readers; hidden records are left out', async () => {
    const [own, others] = [await aCase(w), await aCase(w, { consumerId: w.jane.id })];
    expect(await choicesOf(w.vic, [own])).toMatchObject({
      moves: [],
      priority: { cannot: [own.number] },
      comment: { cannot: [own.number] },
    });
    expect(await choicesOf(w.pat, [others])).toMatchObject({ moves: [], comment: { cannot: [], audience: [] } });
    expect(await bulkChoices(w.cora, { kind: 'case', numbers: [own.number] })).toBeNull();
  });
});
