import { ActorCache } from './actor-cache.ts';
import { readIncidentLog } from './incident-log.ts';
import { KeyedQueue } from './keyed-queue.ts';
import { finishReplay } from './progress.ts';
import { type ReplayedRow, replayRow } from './replay-row.ts';

/** The counts of a replay. */
export type Tally = {
  incidents: number;
  events: number;
  playedBefore: number;
  stateChanges: number;
  holdReasonChanges: number;
  notesByRules: number;
  creationNotes: number;
  disagreeing: number;
  refused: Map<string, number>;
  malformed: number;
};

type Options = {
  /** Stop at the first malformed row. */
  strict?: boolean;
  onMalformed?: (line: number, wrong: string) => void;
  onProgress?: (tally: Tally) => void;
};

/** A strict replay found a malformed row. */
export class MalformedRow extends Error {
  override name = 'MalformedRow';
}

const SIDE_BY_SIDE = 4;

/**
 * Replays an incident event log with the product's commands: rows of one number in file order, different numbers in parallel.
 * It can be stopped at any time and run again. It never replays a row twice.
 */
export async function replay(file: string, { strict = false, onMalformed, onProgress }: Options = {}): Promise<Tally> {
  const tally = emptyTally();
  const ordinals = new Map<string, number>();
  const actors = new ActorCache();
  const queue = new KeyedQueue(SIDE_BY_SIDE, { atMost: SIDE_BY_SIDE * 8 });
  for await (const entry of readIncidentLog(file)) {
    if ('wrong' in entry) {
      if (strict) {
        await queue.end();
        throw new MalformedRow(`Line ${entry.line} ${entry.wrong}.`);
      }
      tally.malformed++;
      onMalformed?.(entry.line, entry.wrong);
      continue;
    }
    const { row } = entry;
    const ordinal = (ordinals.get(row.number) ?? 0) + 1;
    ordinals.set(row.number, ordinal);
    await queue.add(row.number, async () => {
      count(tally, await replayRow(row, ordinal, actors));
      onProgress?.(tally);
    });
  }
  await queue.end();
  await finishReplay(ordinals);
  return tally;
}

function emptyTally(): Tally {
  return {
    incidents: 0,
    events: 0,
    playedBefore: 0,
    stateChanges: 0,
    holdReasonChanges: 0,
    notesByRules: 0,
    creationNotes: 0,
    disagreeing: 0,
    refused: new Map(),
    malformed: 0,
  };
}

function count(tally: Tally, played: ReplayedRow): void {
  if (played.before) {
    tally.playedBefore++;
    return;
  }
  tally.events++;
  tally.incidents += Number(played.created);
  tally.creationNotes += played.creationNotes;
  tally.stateChanges += Number(played.stateChanged);
  tally.holdReasonChanges += Number(played.holdReasonChanged);
  tally.notesByRules += played.updatedCount;
  tally.disagreeing += Number(played.disagrees);
  if (played.refused) tally.refused.set(played.refused, (tally.refused.get(played.refused) ?? 0) + 1);
}
