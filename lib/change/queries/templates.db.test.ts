import { beforeAll, expect, it } from 'vitest';
import { db } from '#lib/platform/db.ts';
import { catalogOffers } from '#lib/request/queries/offers.ts';
import { anOffer } from '#lib/testing/itsm.ts';
import { world } from '#lib/testing/world.ts';
import { changeTemplates } from './templates.ts';

const w = await world();
beforeAll(async () => {
  const template = { category: 'Network', shortDescription: 'Restart' };
  await db().changeTemplate.createMany({
    data: [
      { ...template, name: 'Router' },
      { ...template, name: '100%_\\ sure' },
    ],
  });
  for (const name of ['Laptop', '100%_\\ wool']) await anOffer(name);
});

it.each(['%', '_', '\\', '100%_\\', '\0%'])('REL-7, REL-8 · %j in a picker means itself', async (words) => {
  expect((await changeTemplates(w.mia, words)).map(({ title }) => title)).toEqual(['100%_\\ sure']);
  expect((await catalogOffers(w.mia, words)).map(({ title }) => title)).toEqual(['100%_\\ wool']);
});
