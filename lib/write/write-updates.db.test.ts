import { describe, expect, it } from 'vitest';
import { conclude } from '#lib/engine/conclude.ts';
import { db } from '#lib/platform/db.ts';
import { transaction } from '#lib/platform/transaction.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import type { RecordOf } from '#lib/record/record.ts';
import { createRequest } from '#lib/request/commands/create-request.ts';
import { aChange, anOffer, itemOf } from '#lib/testing/itsm.ts';
import { anIncident, fresh, world } from '#lib/testing/world.ts';
import { commandContext } from './command-context.ts';
import { decideUpdate } from './decide-update.ts';
import { updateContext, writeUpdates } from './write-updates.ts';

const w = await world();

type Change<K extends TaskKind> = { before: RecordOf<K>; values: Partial<RecordOf<K>> };

/** Writes several records of a kind at once. */
const update = <K extends TaskKind>(kind: K, changes: readonly Change<K>[], workNote = '') =>
  transaction(async (tx) => {
    const context = await commandContext(tx, w.ian, 'test');
    const decisions = changes.map(({ before, values }) =>
      decideUpdate(kind, before, { ...before, ...values }, updateContext(context, { workNote })),
    );
    const written = await writeUpdates(context, kind, decisions);
    await conclude(context);
    return written;
  });

/** A record's history since it was created: version, field, old and new display value. */
async function historyOf({ id }: { id: string }): Promise<string[]> {
  const changes = await db().fieldChange.findMany({
    where: { taskId: id, version: { gt: 1 } },
    orderBy: [{ version: 'asc' }, { field: 'asc' }],
  });
  return changes.map((each) => `${each.version} ${each.field}: ${each.oldDisplay} > ${each.newDisplay}`);
}

describe('records that are written together', () => {
  it('REC-2, REC-3 · each keeps its own version and old value in history, and its own values', async () => {
    const [one, other] = [await anIncident(w), await anIncident(w, { subcategory: 'Cable' })];
    const [moved] = await update('incident', [{ before: await fresh(other), values: { state: 'in_progress' } }]);
    if (!moved) throw new Error('Nothing was written.');
    const changes = [
      { before: await fresh(one), values: { subcategory: 'Router', assignedToId: w.ian.id } },
      { before: moved, values: { subcategory: 'Router', assignedToId: w.mia.id } },
    ];
    await update('incident', changes, 'Looked at both.');
    expect(await historyOf(one)).toEqual(['2 assignedToId:  > Ian Itil', '2 subcategory:  > Router']);
    expect(await historyOf(other)).toEqual([
      '2 state: New > In Progress',
      '3 assignedToId:  > Mia Manager',
      '3 subcategory: Cable > Router',
    ]);
    expect(await fresh(one)).toMatchObject({ version: 2, subcategory: 'Router', assignedToId: w.ian.id, state: 'new' });
    expect(await fresh(other)).toMatchObject({ version: 3, assignedToId: w.mia.id, state: 'in_progress' });
    const notes = await db().journalEntry.findMany({ where: { taskId: { in: [one.id, other.id] } } });
    expect(notes.map(({ text, authorId }) => [text, authorId])).toEqual(Array(2).fill(['Looked at both.', w.ian.id]));
  });

  it('REC-2 · history reads as people do: times, yes and no, amounts', async () => {
    const change = await aChange(w);
    const plannedStart = new Date('2026-12-05T20:00:00Z');
    const values = { plannedStart, onHold: true, onHoldReason: 'The part is late.' };
    await update('change', [{ before: await fresh(change), values }]);
    expect(await historyOf(change)).toEqual([
      '2 onHold: No > Yes',
      '2 onHoldReason:  > The part is late.',
      '2 plannedStart:  > 2026-12-05 20:00 UTC',
    ]);
    const request = await createRequest(w.ian, { items: [{ catalogItemId: await anOffer('Cable'), quantity: 1 }] });
    const item = await itemOf(request, 'Cable');
    await update('requested_item', [{ before: item, values: { priceCents: 119_050 } }]);
    expect(await historyOf(item)).toEqual(['2 priceCents: 125.50 EUR > 1,190.50 EUR']);
  });

  it('SYNC-0 · a decision without a change writes nothing', async () => {
    const incident = await fresh(await anIncident(w));
    expect(await update('incident', [{ before: incident, values: {} }])).toEqual([incident]);
    expect(await fresh(incident)).toEqual(incident);
  });
});
