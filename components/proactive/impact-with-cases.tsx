'use client';

import { ImpactView } from '#components/impact/impact-view.tsx';
import type { SourceKind } from '#lib/proactive/source.ts';
import { GenerateCases } from './generate-cases.tsx';

interface ImpactWithCasesProps {
  record: { id: string; kind: SourceKind; number: string };
  mayGenerate: boolean;
}

/** IMP-1, PRO-1 · Who is affected by a record, with the cases that can be generated for all of them or for those selected. */
export function ImpactWithCases({ record: { id, kind, number }, mayGenerate }: ImpactWithCasesProps) {
  const source = { kind, number };
  return (
    <ImpactView
      source={{ number, recordId: id }}
      bar={mayGenerate && <GenerateCases source={source} />}
      actions={(selected) => mayGenerate && <GenerateCases source={source} selected={selected} />}
    />
  );
}
