import { createTask } from '#lib/engine/commands/create-task.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import type { FieldValue } from '#lib/record/field.ts';
import { createRequest } from '#lib/request/commands/create-request.ts';
import { defaultLookup, pairFor, priorityFor } from '#lib/settings/priority.ts';
import type { Names } from './names.ts';
import type { Ordered, Story } from './story.ts';

type Order = { key: string; items: Ordered; instructions?: string; caseNumber?: string };

/** Creates the record of a story. */
export async function openRecord(actor: Actor, story: Story, names: Names): Promise<void> {
  if (story.kind === 'request') return orderItems(actor, story, names);
  const { number } = await createTask(actor, { kind: story.kind, values: valuesOf(story, names) });
  names.remember(story.key, number);
}

/** Orders from the catalog. Each item is remembered under its request's key and its name: KEY OFFER. */
export async function orderItems(
  actor: Actor,
  { key, items, instructions, caseNumber }: Order,
  names: Names,
): Promise<void> {
  const request = await createRequest(actor, {
    items: items.map(([offer, quantity]) => ({ catalogItemId: names.id(`offer ${offer}`), quantity })),
    ...(instructions ? { specialInstructions: instructions } : {}),
    ...(caseNumber ? { caseNumber } : {}),
  });
  names.remember(key, request.number);
  const ordered = await db().task.findMany({ where: { requestedItem: { requestId: request.id } } });
  for (const { number, shortDescription } of ordered) names.remember(`${key} ${shortDescription}`, number);
}

const lookup = defaultLookup.map((row) => ({ ...row, active: true }));

type Rated = { impact?: number | undefined; urgency?: number | undefined; priority?: number | undefined };

/** CASE-12 · Consistent impact, urgency and priority: derives the priority from the other two, or the two from the priority. */
function tripleOf({ impact = 2, urgency = 3, priority }: Rated) {
  const pair = (priority && pairFor(lookup, priority)) || { impact, urgency };
  return { ...pair, priority: priority ?? priorityFor(lookup, impact, urgency) ?? 4 };
}

function valuesOf(story: Exclude<Story, { kind: 'request' }>, names: Names): Record<string, FieldValue> {
  const common = {
    shortDescription: story.title,
    description: story.text,
    ...(story.item ? { configurationItemId: names.id(story.item) } : {}),
    ...(story.group ? { assignmentGroupId: names.id(story.group) } : {}),
  };
  const rated = { ...common, impact: story.impact ?? 3, urgency: story.urgency ?? 3 };
  switch (story.kind) {
    case 'case':
      return {
        ...common,
        channel: story.channel,
        ...tripleOf(story),
        ...(story.product ? { productId: names.id(`product ${story.product}`) } : {}),
        [names.has(`consumer ${story.customer}`) ? 'consumerId' : 'contactId']: names.id(story.customer),
      };
    case 'incident':
      return {
        ...rated,
        category: story.category,
        contactType: 'self-service',
        callerId: names.id(story.caller ?? story.by),
      };
    case 'problem':
      return rated;
    case 'work_order':
      return {
        ...rated,
        accountId: names.id(`account ${story.account}`),
        address: story.address,
        timeZone: story.timeZone,
      };
    case 'change':
      return {
        ...common,
        ...tripleOf(story),
        type: story.type,
        requestedById: names.id(story.by),
        ...story.values,
      };
  }
}
