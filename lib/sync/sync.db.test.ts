import { describe, expect, it } from 'vitest';
import { closeUnanswered } from '#lib/case/commands/close-unanswered.ts';
import { moveCase } from '#lib/case/commands/move-case.ts';
import { remindOfSolution } from '#lib/case/commands/remind-of-solution.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { system } from '#lib/platform/actor.ts';
import { at } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import {
  aCase,
  aCaseWithIncident,
  anIncident,
  anotherCaseOf,
  change,
  commentsOf,
  fresh,
  journalOf,
  makeMajor,
  notesOf,
  setProperty,
  setRuleActive,
  world,
} from '#lib/testing/world.ts';
import { countAffectedCases } from './preview.ts';

const w = await world();

const PROPERTY = 'proactive_workflows_for_providers.additional_comments_sync';
const comment = (record: TaskRecord, text: string) =>
  ({ kind: record.kind, number: record.number, type: 'comment', text }) as const;
const solved = { state: 'resolved', resolutionCode: 'solution_provided', resolutionNotes: 'Restarted.' };

/** All journal notes after the note of the association, as text. */
const newsOf = async (theCase: { id: string }) => (await notesOf(theCase)).slice(1);

describe('an incident updates its cases', () => {
  it('SYNC-INC-1, SYNC-INC-2, SYNC-INC-3, SYNC-INC-4 · the complete lifecycle, with exact texts', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    const n = incident.number;
    await change(w.ian, incident, { state: 'in_progress' });
    await change(w.ian, incident, { state: 'on_hold', holdReason: 'awaiting_vendor' });
    await change(w.ian, incident, { holdReason: 'awaiting_change' });
    await addEntry(w.ian, comment(incident, 'The part is on its way.'));
    await change(w.ian, incident, { state: 'in_progress' });
    await change(w.ian, incident, solved);
    await change(w.ian, incident, { state: 'closed' });
    expect(await newsOf(theCase)).toEqual([
      `${n} state changed from New to In Progress.`,
      `${n} state changed from In Progress to On Hold.\n${n} on hold reason: Awaiting Vendor.`,
      `${n} on hold reason: Awaiting Change.`,
      `Comment on ${n} by Ian Itil: The part is on its way.`,
      `${n} state changed from On Hold to In Progress.`,
      `${n} state changed from In Progress to Resolved.\n${n} resolution code: Solution provided.\n${n} resolution notes: Restarted.`,
      `${n} state changed from Resolved to Closed.\n${n} resolution code: Solution provided.\n${n} resolution notes: Restarted.`,
    ]);
    expect(await commentsOf(theCase)).toEqual([]);
    expect((await fresh(theCase)).state).toBe('new');
  });

  it('SYNC-2 · one update with several changes and texts makes one note, in the order of the table', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    const n = incident.number;
    await change(w.ian, incident, { state: 'on_hold', holdReason: 'awaiting_caller' }, { comment: 'Which floor?' });
    const [note, ...more] = (await journalOf(theCase)).slice(1);
    expect(more).toEqual([]);
    expect(note).toMatchObject({
      type: 'work_note',
      text: [
        `${n} state changed from New to On Hold.`,
        `${n} on hold reason: Awaiting Caller.`,
        `Comment on ${n} by Ian Itil: Which floor?`,
      ].join('\n'),
      lines: [{ rule: 'SYNC-INC-1' }, { rule: 'SYNC-INC-2' }, { rule: 'SYNC-INC-4' }],
    });
  });

  it('SYNC-4, REC-1 · the system writes the note; it has its rule, its source record and entry, and the causing user', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    await addEntry(w.ian, comment(incident, 'We are on it.'));
    const [source] = (await journalOf(incident)).filter(({ type }) => type === 'comment');
    const note = (await journalOf(theCase)).at(-1);
    expect(note).toMatchObject({
      authorId: null,
      sourceTaskId: incident.id,
      sourceEntryId: source?.id,
      causeId: source?.causeId,
      lines: [{ rule: 'SYNC-INC-4' }],
    });
    const cause = await db().cause.findUniqueOrThrow({ where: { id: note?.causeId ?? '' } });
    expect(cause).toMatchObject({ actorId: w.ian.id, taskId: incident.id, rules: ['SYNC-INC-4'], written: 1 });
  });

  it('SYNC-3 · every case of the incident is updated once, and the outcome has the count', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    const others = [await anotherCaseOf(w, incident), await anotherCaseOf(w, incident)];
    const stranger = await aCase(w);
    const { updatedCount } = await change(w.ian, incident, { state: 'in_progress' });
    expect(updatedCount).toBe(3);
    for (const each of [theCase, ...others]) expect(await newsOf(each)).toHaveLength(1);
    expect(await journalOf(stranger)).toEqual([]);
  });

  it('SYNC-3, SYNC-000 · the number of updated cases is the announced one', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    const [resolved, closed, child] = [
      await anotherCaseOf(w, incident),
      await anotherCaseOf(w, incident),
      await anotherCaseOf(w, incident),
    ];
    const values = { resolutionCode: 'fixed_by_support', resolutionNotes: 'Done.' };
    await moveCase(w.ava, { number: resolved.number, verb: 'propose-solution', values });
    await moveCase(w.ava, { number: closed.number, verb: 'close', values: { resolutionNotes: 'Done.' } });
    await makeMajor(theCase, child);
    const promised = await countAffectedCases(db(), 'incident', incident.id);
    expect(promised).toBe(2);
    expect((await change(w.ian, incident, { state: 'in_progress' })).updatedCount).toBe(promised);
  });

  it('SYNC-000 · a note changes neither version nor updated of the case', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    const before = await fresh(theCase);
    await change(w.ian, incident, { state: 'in_progress' });
    expect(await fresh(theCase)).toEqual(before);
    expect(await newsOf(theCase)).toHaveLength(1);
  });

  it.each(['close', 'cancel'] as const)('SYNC-000 · after %s a case receives nothing', async (verb) => {
    const { theCase, incident } = await aCaseWithIncident(w);
    const other = await anotherCaseOf(w, incident);
    await moveCase(w.ava, {
      number: theCase.number,
      verb,
      values: verb === 'close' ? { resolutionNotes: 'Done.' } : {},
    });
    expect((await change(w.ian, incident, { state: 'in_progress' })).updatedCount).toBe(1);
    expect(await newsOf(theCase)).toEqual([]);
    expect(await newsOf(other)).toHaveLength(1);
  });

  it('SYNC-000 · a resolved case still receives updates of its incident', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    const values = { resolutionCode: 'fixed_by_support', resolutionNotes: 'Done.' };
    await moveCase(w.ava, { number: theCase.number, verb: 'propose-solution', values });
    await change(w.ian, incident, { state: 'in_progress' });
    expect(await newsOf(theCase)).toHaveLength(1);
  });

  it('SYNC-000 · a child of a major case with the same incident receives them through it', async () => {
    const { theCase: major, incident } = await aCaseWithIncident(w);
    const child = await anotherCaseOf(w, incident);
    const other = await anotherCaseOf(w, await anIncident(w));
    await makeMajor(major, child, other);
    expect((await change(w.ian, incident, { state: 'in_progress' })).updatedCount).toBe(1);
    expect(await newsOf(child)).toEqual([]);
    expect(await newsOf(major)).toHaveLength(1);
  });

  it('SYNC-0 · a refused update reaches no case', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    const refused = change(w.ian, incident, { state: 'closed' }, { comment: 'Closing.' });
    await expect(refused).rejects.toMatchObject({ rule: 'REC-5' });
    expect(await newsOf(theCase)).toEqual([]);
    expect((await fresh(incident)).state).toBe('new');
  });

  it('SYNC-0 · if the note cannot be written, the update is not there either', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    await db().$executeRawUnsafe(
      `alter table journal_entries add constraint no_vendor check (text not like '%Vendor%') not valid`,
    );
    const update = change(w.ian, incident, { state: 'on_hold', holdReason: 'awaiting_vendor' });
    await expect(update).rejects.toThrow(/no_vendor/);
    await db().$executeRawUnsafe('alter table journal_entries drop constraint no_vendor');
    expect(await fresh(incident)).toMatchObject({ state: 'new', holdReason: null, version: 1 });
    expect(await newsOf(theCase)).toEqual([]);
  });

  it('SYNC-00 · work notes, other fields and texts of the case update no record', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    await change(w.ian, incident, { impact: 1, assignedToId: w.ian.id }, { workNote: 'Psst' });
    await addEntry(w.ava, comment(theCase, 'To the customer.'));
    await addEntry(w.cora, comment(theCase, 'To the agent.'));
    expect(await newsOf(theCase)).toEqual([]);
    expect((await notesOf(incident)).slice(1)).toEqual(['Psst']);
    expect(await commentsOf(incident)).toEqual([]);
  });
});

describe('a case updates its incident', () => {
  it('SYNC-CASE-1 · a customer’s comment is copied to the incident and its other cases, never to its own case', async () => {
    await setProperty(PROPERTY, 'true');
    const { theCase, incident } = await aCaseWithIncident(w);
    const other = await anotherCaseOf(w, incident);
    const { updatedCount } = await addEntry(w.cora, comment(theCase, 'Still down.'));
    // SYNC-3: counts the other case, not the incident that passes the entry on.
    expect(updatedCount).toBe(1);
    const line = `Cora Customer (Boxeo) on ${theCase.number}: Still down.`;
    expect(await commentsOf(incident)).toEqual([line]);
    expect(await newsOf(other)).toEqual([`Comment on ${incident.number} by System: ${line}`]);
    expect(await newsOf(theCase)).toEqual([]);
    expect(await commentsOf(other)).toEqual([]);
    const roots = await db().journalEntry.findMany({
      where: {
        OR: [
          { taskId: incident.id, type: 'comment' },
          { taskId: other.id, text: { contains: 'Still down' } },
        ],
      },
      select: { causeId: true, cause: { select: { taskId: true } } },
    });
    expect(new Set(roots.map(({ causeId }) => causeId)).size).toBe(1);
    expect(roots[0]?.cause.taskId).toBe(theCase.id);
    await setProperty(PROPERTY, 'false');
  });

  it('SYNC-CASE-1, INC-2 · the caller’s reply takes the incident off hold, and the other cases receive both', async () => {
    await setProperty(PROPERTY, 'true');
    const { theCase, incident } = await aCaseWithIncident(w);
    const other = await anotherCaseOf(w, incident);
    await change(w.ian, incident, { state: 'on_hold', holdReason: 'awaiting_caller' }, { comment: 'Which floor?' });
    await addEntry(w.cora, comment(theCase, 'The third.'));
    expect((await newsOf(other)).at(-1)).toBe(
      `${incident.number} state changed from On Hold to In Progress.\nComment on ${incident.number} by System: Cora Customer (Boxeo) on ${theCase.number}: The third.`,
    );
    await setProperty(PROPERTY, 'false');
  });

  it('SYNC-CASE-1 · the same with the words of a button', async () => {
    await setProperty(PROPERTY, 'true');
    const { theCase, incident } = await aCaseWithIncident(w);
    const values = { resolutionCode: 'fixed_by_support', resolutionNotes: 'Done.' };
    await moveCase(w.ava, { number: theCase.number, verb: 'propose-solution', values });
    await moveCase(w.cora, { number: theCase.number, verb: 'reject-solution', comment: 'Not at all.' });
    expect(await commentsOf(incident)).toEqual([`Cora Customer (Boxeo) on ${theCase.number}: Not at all.`]);
    await setProperty(PROPERTY, 'false');
  });

  it('SYNC-CASE-1 · a case without incident speaks to the one of its major case', async () => {
    await setProperty(PROPERTY, 'true');
    const { theCase: major, incident } = await aCaseWithIncident(w);
    const child = await aCase(w);
    await makeMajor(major, child);
    await addEntry(w.cora, comment(child, 'Here too.'));
    expect(await commentsOf(incident)).toEqual([`Cora Customer (Boxeo) on ${child.number}: Here too.`]);
    await setProperty(PROPERTY, 'false');
  });

  it('SYNC-CASE-1 · not with the property off, and not for agents', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    await addEntry(w.cora, comment(theCase, 'Still down.'));
    await setProperty(PROPERTY, 'true');
    await addEntry(w.ava, comment(theCase, 'We are on it.'));
    await setProperty(PROPERTY, 'false');
    expect(await commentsOf(incident)).toEqual([]);
  });

  it('SYNC-CASE-2 · off by default; on, an agent’s comment reaches the incident’s work notes and no further', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    const other = await anotherCaseOf(w, incident);
    await addEntry(w.ava, comment(theCase, 'First.'));
    await setRuleActive('SYNC-CASE-2', true);
    await addEntry(w.ava, comment(theCase, 'Second.'));
    await addEntry(w.cora, comment(theCase, 'Third.'));
    await setRuleActive('SYNC-CASE-2', false);
    expect((await notesOf(incident)).slice(2)).toEqual([`Comment on ${theCase.number} by Ava Agent: Second.`]);
    expect(await newsOf(other)).toEqual([]);
  });

  it('SYNC-CASE-2 · what the clock says is no agent’s comment', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    const { number } = theCase;
    const values = { resolutionCode: 'fixed_by_support', resolutionNotes: 'Done.' };
    await moveCase(w.ava, { number, verb: 'propose-solution', values });
    await setRuleActive('SYNC-CASE-2', true);
    const days = (count: number) => new Date(Date.now() + count * 86_400_000);
    await at(days(6), () => remindOfSolution(system, { number }));
    await at(days(11), () => closeUnanswered(system, { number }));
    await setRuleActive('SYNC-CASE-2', false);
    expect(await commentsOf(theCase)).toHaveLength(2);
    expect(await newsOf(incident)).toEqual([]);
  });
});
