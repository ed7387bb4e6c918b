'use client';

import type { OwnCascade } from '#lib/cascade/queries/own-cascade.ts';
import { AskAgent } from './ask-agent.tsx';
import { UndoCascade } from './undo-cascade.tsx';
import { UndoneCascade } from './undone-cascade.tsx';

interface IncidentNoticesProps {
  number: string;
  /** Whom it waits for, where that is an external caller. */
  waits: { caller: string; caseNumber: string | null } | null;
  /** What the reader has resolved with it just now. */
  cascade: OwnCascade | null;
}

/** What stands above an incident. */
export function IncidentNotices({ number, waits, cascade }: IncidentNoticesProps) {
  return (
    <>
      {cascade?.undoable && <UndoCascade key={cascade.causeId} {...cascade} number={number} />}
      {cascade?.undone && <UndoneCascade number={number} {...cascade.undone} />}
      {waits && <AskAgent number={number} {...waits} />}
    </>
  );
}
