'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import type { FieldView } from '#lib/kinds/field-view.ts';
import type { OpenMajorCase as Input } from '#lib/major-case/schema.ts';

// Loaded when it is opened.
const OpenMajorCaseDialog = dynamic(
  () => import('./open-major-case-dialog.tsx').then((module) => module.OpenMajorCaseDialog),
  { ssr: false },
);

interface OpenMajorCaseProps {
  openable: readonly Input['as'][];
  fields: readonly FieldView[];
}

const labels = { candidate: 'Create Candidate', 'major case': 'Create Major Case' };

/** MAJ-1, MAJ-4 · *Create Candidate* for agents, *Create Major Case* for managers. */
export function OpenMajorCase({ openable, fields }: OpenMajorCaseProps) {
  const [as, setAs] = useState<Input['as'] | null>(null);
  return (
    <>
      {openable.map((each) => (
        <Button key={each} variant={each === 'candidate' ? 'secondary' : 'primary'} onClick={() => setAs(each)}>
          {labels[each]}
        </Button>
      ))}
      {as && <OpenMajorCaseDialog as={as} title={labels[as]} fields={fields} onClose={() => setAs(null)} />}
    </>
  );
}
