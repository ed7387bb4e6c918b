import { isOnSide } from '#lib/access/side.ts';
import type { Person } from '#lib/platform/actor.ts';
import { pathOfSide } from './rules/own-path.ts';

/** POR-17 · The path if it belongs to the user's side, otherwise the user's home. */
export const pathFor = (actor: Person, from: string | null | undefined): string =>
  pathOfSide(from, isOnSide(actor, 'customers') ? 'external' : 'internal');
