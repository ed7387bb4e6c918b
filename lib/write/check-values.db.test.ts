import { expect, it } from 'vitest';
import { aChange } from '#lib/testing/itsm.ts';
import { change, fresh, world } from '#lib/testing/world.ts';

it('REC-5 · a time that a change of clocks leaves out is refused with the nearest times, and nothing is moved', async () => {
  const w = await world();
  const record = await aChange(w);
  const set = (plannedStart: string) => change(w.ian, record, { plannedStart });
  await expect(set('2027-03-14T02:30[America/New_York]')).rejects.toMatchObject({
    rule: 'REC-5',
    because: expect.stringContaining('The nearest times are 2027-03-14 01:59 and 2027-03-14 03:00.'),
  });
  await expect(set('2027-03-14T03:30[America/New_York]')).rejects.toMatchObject({
    because: 'Planned start is not a valid date and time.',
  });
  expect((await fresh(record)).plannedStart).toBeNull();
});
