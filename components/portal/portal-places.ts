import type { Say } from '#lib/words/words.ts';

export type Place = { href: string; label: string };

/** POR-1 · The portal's pages, in the order of its header. */
export const portalPlaces = (say: Say): Place[] => [
  { href: '/portal', label: say('nav.home') },
  { href: '/portal/lists', label: say('nav.lists') },
  { href: '/portal/cases/new', label: say('nav.new') },
  { href: '/portal/requests', label: say('nav.requests') },
  { href: '/portal/catalog', label: say('nav.order') },
  { href: '/portal/work-orders', label: say('nav.work-orders') },
  { href: '/portal/profile', label: say('nav.profile') },
];
