import type { Command, NavKey } from './navigation.ts';

/** All pages the user can open: the navigation, then commands with other addresses, each address once. */
export function placesOf(nav: readonly NavKey[], commands: readonly Command[]): Command[] {
  const places = nav.map(({ href, label }) => ({
    ...commands.find((command) => command.href === href),
    href,
    label: `Go to ${label}`,
  }));
  return [...places, ...commands.filter(({ href }) => places.every((place) => place.href !== href))];
}
