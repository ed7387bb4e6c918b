import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/platform/actor.ts';
import { type World, world } from '#lib/platform/testing/world.ts';
import { filterChips } from './filter-chips.ts';
import { listOf } from './list-query.ts';

let w: World;
beforeAll(async () => {
  w = await world();
});

async function shown(actor: Actor) {
  const filters = { state: ['new', 'open'], group: [w.desk], contact: [w.cora.id], consumer: [w.jane.id] };
  const chips = await filterChips(listOf('case', filters), actor);
  return Object.fromEntries(chips.map(({ label, value }) => [label, value]));
}

describe('the chips of a list', () => {
  const known = { State: 'New, Open', 'Assignment group': 'Service desk' };

  it('ACC-6 · name the customers whom the actor may see, and no others', async () => {
    const expected: [Actor, string, string][] = [
      [w.ava, 'Cora Customer', 'Jane Doe'],
      [w.pat, 'Cora Customer', 'unknown'],
      [w.cleo, 'unknown', 'Jane Doe'],
      [w.ian, 'unknown', 'unknown'],
      [w.nils, 'unknown', 'unknown'],
      [w.cora, 'unknown', 'unknown'],
    ];
    for (const [actor, contact, consumer] of expected)
      expect(await shown(actor), actor.name).toEqual({ ...known, Contact: contact, Consumer: consumer });
  });

  it('can be taken away one by one', async () => {
    const [chip] = await filterChips(listOf('case', { contact: [w.cora.id], active: ['yes'] }), w.ava);
    expect(chip).toMatchObject({ name: 'contact', removeHref: '/workspace/cases?active=yes' });
  });
});
