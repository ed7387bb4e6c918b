import { describe, expect, it } from 'vitest';
import { db } from '#lib/platform/db.ts';
import { createRequest } from '#lib/request/commands/create-request.ts';
import { anOffer, itemOf } from '#lib/testing/itsm.ts';
import { world } from '#lib/testing/world.ts';
import type { Values } from '#lib/write/check-values.ts';
import { createTask } from './create-task.ts';

const w = await world();

describe('orders from the catalog', () => {
  it.each<['request' | 'requested_item', Values, string]>([
    ['request', { shortDescription: 'Nothing' }, 'A request is ordered from the catalog, not created with a form.'],
    ['requested_item', {}, 'A requested item is created with its request, not with a form.'],
  ])('REL-8, REC-5 · a %s cannot be created with a form, whatever is sent', async (kind, values, because) => {
    const before = await db().task.count();
    await expect(createTask(w.mia, { kind, values })).rejects.toMatchObject({ rule: 'REL-8', because });
    await expect(createTask(w.pat, { kind, values })).rejects.toMatchObject({ rule: 'ACC-6' });
    expect(await db().task.count()).toBe(before);
  });

  it('REL-8 · ordered, it is created with its items', async () => {
    const items = [{ catalogItemId: await anOffer('Mouse'), quantity: 1 }];
    const request = await createRequest(w.mia, { items });
    expect(await itemOf(request, 'Mouse')).toMatchObject({ requestId: request.id, state: 'open' });
  });
});
