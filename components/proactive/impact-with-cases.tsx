'use client';

import { ImpactTab } from '#components/impact/impact-tab.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import type { ImpactRow } from '#lib/impact/queries/impact-page.ts';
import { reactiveCasePath } from '#lib/new-record/reactive-case-path.ts';
import type { SourceKind } from '#lib/proactive/source.ts';
import { GenerateCases } from './generate-cases.tsx';

export interface ImpactWithCasesProps {
  affectedBy: { id: string; kind: SourceKind; number: string };
  mayGenerate: boolean;
  /** PRO-7 · For which customers cases about the record are opened here. */
  opensCasesFor: readonly ('contact' | 'consumer')[];
}

/** IMP-1, PRO-1, PRO-7 · Who is affected by a record, with the cases that can be made for all of them or for those selected. */
export function ImpactWithCases({
  affectedBy: { id, kind, number },
  mayGenerate,
  opensCasesFor,
}: ImpactWithCasesProps) {
  const source = { kind, number };
  const opensFor = (row: ImpactRow) => opensCasesFor.includes(row.isConsumer ? 'consumer' : 'contact');
  return (
    <ImpactTab
      source={{ number, recordId: id }}
      bar={mayGenerate && <GenerateCases source={source} />}
      actions={(selected) => {
        const [only] = selected;
        return (
          <>
            {mayGenerate && <GenerateCases source={source} selected={selected} />}
            {only && selected.length === 1 && opensFor(only) && (
              <ButtonLink size="s" href={reactiveCasePath(number, only)}>
                New reactive case
              </ButtonLink>
            )}
          </>
        );
      }}
    />
  );
}
