import type { Actor } from '#lib/platform/actor.ts';
import { type BoardFigures, boardFigures } from './board-figures.ts';
import type { Major } from './find-major.ts';

/** MAJ-9 · The figures of several major cases by id. They are counted in turn, so that a list uses one connection. */
export function figuresOneByOne(
  actor: Actor,
  majors: readonly Pick<Major, 'id' | 'incidentId'>[],
): ReadonlyMap<string, Promise<BoardFigures>> {
  let before: Promise<unknown> = Promise.resolve();
  return new Map(
    majors.map((major) => {
      const figures = before.then(() => boardFigures(actor, major));
      // The caller sees the failure; the other figures are still counted.
      before = figures.catch(() => {});
      return [major.id, figures];
    }),
  );
}
