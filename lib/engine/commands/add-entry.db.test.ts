import { describe, expect, it } from 'vitest';
import { db } from '#lib/platform/db.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { aCase, anIncident, anotherCaseOf, commentsOf, world } from '#lib/testing/world.ts';
import { addEntry } from './add-entry.ts';

const w = await world();

const comment = (number: string) => ({ kind: 'case', number, type: 'comment', text: 'Still down' }) as const;

describe('an entry', () => {
  it('CASE-4, SYNC-INC-4 · its id is answered, not that of an entry that a rule writes of it', async () => {
    const incident = await anIncident(w);
    await anotherCaseOf(w, incident);
    const text = 'The fan is replaced.';
    const { entryId } = await addEntry(w.ian, { kind: 'incident', number: incident.number, type: 'comment', text });
    const entries = await db().journalEntry.findMany({ where: { text: { contains: text } } });
    expect(entries.length).toBeGreaterThan(1);
    expect(entries.find(({ id }) => id === entryId)).toMatchObject({ taskId: incident.id, text, lines: null });
  });

  it('SYNC-0 · within an open transaction it is written with the rest of it, or not at all', async () => {
    const { id, number } = await aCase(w);
    const failing = transaction(async (tx) => {
      const { entryId } = await addEntry(w.ava, comment(number), { within: tx });
      expect(await tx.journalEntry.count({ where: { id: entryId } })).toBe(1);
      throw new Error('What comes after it fails.');
    });
    await expect(failing).rejects.toThrow('What comes after it fails.');
    expect(await commentsOf({ id })).toEqual([]);

    await transaction((tx) => addEntry(w.ava, comment(number), { within: tx }));
    expect(await commentsOf({ id })).toEqual(['Still down']);
  });
});
