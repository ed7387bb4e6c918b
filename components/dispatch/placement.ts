import { fetchJson } from '#components/ui/fetch-json.ts';
import type { BoardTask } from '#lib/dispatch/queries/board.ts';
import type { Fit } from '#lib/dispatch/queries/check-fit.ts';

/** A task with its position on the board, if it has one. */
export type MovingTask = BoardTask & { technicianId: string | null; from: number | null };

/** The target of a move. */
export interface Place {
  technicianId: string;
  /** In milliseconds since 1970. */
  from: number;
}

const MINUTE = 60_000;
const STEP = 15 * MINUTE;

/** Rounds a pointer position on the board to a quarter of an hour. */
export const quarterAt = (at: number): number => Math.round(at / STEP) * STEP;

/** WO-17 · Query for the rules that a placement would break. */
export function fitQuery(task: { number: string; minutes: number }, place: Place, timeZone: string) {
  const { number, minutes } = task;
  const startsAt = new Date(place.from).toISOString();
  const params = new URLSearchParams({
    number,
    minutes: String(minutes),
    technicianId: place.technicianId,
    startsAt,
    timeZone,
  });
  return {
    queryKey: ['fit', params.toString()],
    queryFn: ({ signal }: { signal: AbortSignal }) => fetchJson<Fit>(`/api/dispatch/fit?${params}`, signal),
    staleTime: 2_000,
    gcTime: 10_000,
  };
}

export const isFine = ({ refused, confirm, reason }: Fit): boolean =>
  refused === null && confirm.length === 0 && reason === null;
