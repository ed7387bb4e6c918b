import type { Command, NavKey } from './navigation.ts';

/** Where one can go: the navigation, and of the commands what it does not lead to, each address once. */
export function placesOf(nav: readonly NavKey[], commands: readonly Command[]): Command[] {
  const places = nav.map(({ href, label }) => ({
    ...commands.find((command) => command.href === href),
    href,
    label: `Go to ${label}`,
  }));
  return [...places, ...commands.filter(({ href }) => places.every((place) => place.href !== href))];
}
