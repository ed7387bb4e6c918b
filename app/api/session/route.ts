import { route } from '#lib/door/route.ts';

/** Who is signed in with this browser now: a page that stands asks whether it is still the one for whom it was made. */
export const GET = route(
  { permission: 'session.see', limit: 'session', side: 'both', audited: false },
  async ({ actor }) => ({
    personId: actor.id,
  }),
);
