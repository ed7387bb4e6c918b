'use server';

import { action } from '#lib/door/action.ts';
import { pathOfNumber } from '#lib/record/kind.ts';
import { links } from '#lib/record/link.ts';
import { associate } from './commands/associate.ts';
import { createFromCase } from './commands/create-from-case.ts';
import { remove } from './commands/remove.ts';
import { CreateRelated, Relate } from './schema.ts';
import { refOf } from './source-ref.ts';
import { linkOfVariant } from './variant.ts';

/** REL-5, INC-7 · Creates a record from a case or an incident; the user stays on its page. */
export const createFromCaseAction = action(
  { permission: 'related.create', input: CreateRelated, isOnce: true },
  async (actor, input) => {
    const { number } = await createFromCase(actor, input);
    const message = `${links[linkOfVariant[input.variant]].noun} ${number} created.`;
    return { message, link: { href: pathOfNumber(number), label: `Open ${number}` } };
  },
);

/** REL-11 · Associates a record with a case or an incident, from either side. */
export const associateAction = action({ permission: 'related.link', input: Relate }, async (actor, input) => {
  const { number } = await associate(actor, input);
  return {
    message: `Linked to ${refOf(input).number} as ${links[input.link].as}.`,
    link: { href: pathOfNumber(number), label: `Open ${number}` },
  };
});

/** REL-12 · Removes a record from a case or an incident, from either side. */
export const removeAction = action({ permission: 'related.unlink', input: Relate }, async (actor, input) => {
  const { number } = await remove(actor, input);
  return { message: `${links[input.link].noun} ${number} removed from ${refOf(input).number}.` };
});
