'use server';

import { z } from 'zod';
import { action } from '#lib/door/action.ts';
import { renewFeed, revokeFeed } from './commands/feed.ts';

const permission = 'technician.feed';
const input = z.object({});

/** WO-18 · Returns the secret of a new address, which cannot be read again. */
export const renewFeedAction = action({ permission, input }, async (actor) => ({
  message: 'Calendar address made.',
  data: { path: `/api/calendar/${await renewFeed(actor)}.ics` },
}));

export const revokeFeedAction = action({ permission, input }, async (actor) => {
  await revokeFeed(actor);
  return { message: 'Calendar address revoked.' };
});
