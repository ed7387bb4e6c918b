import { route } from '#lib/door/route.ts';

/** Who is signed in with this browser now: an open page checks that this is still the user for whom it was rendered. */
export const GET = route(
  { permission: 'session.see', limit: 'session', side: 'both', audited: false },
  async ({ actor }) => ({
    personId: actor.id,
  }),
);
