'use client';

import { ImpactTab } from '#components/impact/impact-tab.tsx';
import type { SourceKind } from '#lib/proactive/source.ts';
import { GenerateCases } from './generate-cases.tsx';

export interface ImpactWithCasesProps {
  affectedBy: { id: string; kind: SourceKind; number: string };
  mayGenerate: boolean;
}

/** IMP-1, PRO-1 · Who is affected by a record, with the cases that can be generated for all of them or for those selected. */
export function ImpactWithCases({ affectedBy: { id, kind, number }, mayGenerate }: ImpactWithCasesProps) {
  const source = { kind, number };
  return (
    <ImpactTab
      source={{ number, recordId: id }}
      bar={mayGenerate && <GenerateCases source={source} />}
      actions={(selected) => mayGenerate && <GenerateCases source={source} selected={selected} />}
    />
  );
}
