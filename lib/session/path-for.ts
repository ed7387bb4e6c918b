import { isOnSide } from '#lib/access/side.ts';
import type { Person } from '#lib/platform/actor.ts';
import { pathOfSide } from './rules/own-path.ts';

/** POR-17 · Where this person is led: to the path where it is of the own side, or home. */
export const pathFor = (actor: Person, from: string | null | undefined): string =>
  pathOfSide(from, isOnSide(actor, 'customers') ? 'external' : 'internal');
