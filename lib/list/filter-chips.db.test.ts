import { describe, expect, it } from 'vitest';
import type { Actor } from '#lib/platform/actor.ts';
import { world } from '#lib/testing/world.ts';
import { filterChips } from './filter-chips.ts';
import { listOf } from './list-query.ts';

const w = await world();

async function shown(actor: Actor) {
  const filters = {
    state: ['new', 'open'],
    assigned: [w.ava.id],
    group: [w.desk],
    account: [w.boxeo],
    contact: [w.cora.id],
    consumer: [w.jane.id],
    item: [w.sdwan],
  };
  const chips = await filterChips(listOf('case', filters), actor);
  return Object.fromEntries(chips.map(({ label, value }) => [label, value]));
}

describe('the chips of a list', () => {
  const known = {
    State: 'New, Open',
    'Assigned to': 'Ava Agent',
    'Assignment group': 'Service desk',
    Account: 'Boxeo',
    'Configuration item': 'sdwan-ctl-1',
  };
  const unknown = {
    State: 'New, Open',
    'Assigned to': 'unknown',
    'Assignment group': 'unknown',
    Account: 'unknown',
    Contact: 'unknown',
    Consumer: 'unknown',
    'Configuration item': 'unknown',
  };

  it('ACC-6 · name only records that the actor may search', async () => {
    const expected: [Actor, Record<string, string>][] = [
      [w.ava, { ...known, Contact: 'Cora Customer', Consumer: 'Jane Doe' }],
      [w.pat, { ...known, Contact: 'Cora Customer', Consumer: 'unknown' }],
      [w.cleo, { ...known, Contact: 'unknown', Consumer: 'Jane Doe' }],
      [w.ian, { ...known, Contact: 'unknown', Consumer: 'unknown' }],
      [w.nils, unknown],
      [w.cora, unknown],
    ];
    for (const [actor, chips] of expected) expect(await shown(actor), actor.name).toEqual(chips);
  });

  it('describe a condition on the current user', async () => {
    const chips = await filterChips(listOf('case', { assigned: ['me'], group: ['mine'] }), w.nils);
    expect(chips.map(({ value }) => value)).toEqual(['Me', 'My groups']);
  });

  it('can be cleared one by one', async () => {
    const [chip] = await filterChips(listOf('case', { contact: [w.cora.id], active: ['yes'] }), w.ava);
    expect(chip).toMatchObject({ name: 'contact', removeHref: '/workspace/cases?active=yes' });
  });
});
