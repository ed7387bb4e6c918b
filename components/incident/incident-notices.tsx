'use client';

import type { OwnCascade } from '#lib/cascade/queries/own-cascade.ts';
import { AskAgent } from './ask-agent.tsx';
import { UndoCascade } from './undo-cascade.tsx';
import { UndoneCascade } from './undone-cascade.tsx';

interface IncidentNoticesProps {
  number: string;
  /** The external caller whom the incident waits for, if any. */
  waits: { caller: string; caseNumber: string | null } | null;
  /** The cases that the user has just resolved with the incident. */
  cascade: OwnCascade | null;
}

/** The notices above an incident. */
export function IncidentNotices({ number, waits, cascade }: IncidentNoticesProps) {
  return (
    <>
      {cascade?.undoable && <UndoCascade key={cascade.causeId} {...cascade} number={number} />}
      {cascade?.undone && <UndoneCascade number={number} {...cascade.undone} />}
      {waits && <AskAgent number={number} {...waits} />}
    </>
  );
}
