'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { RefusalToast } from '#components/actions/refusal-toast.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { usePageActions } from '#components/shell/page-actions.ts';
import { Button } from '#components/ui/button.tsx';
import { type IncidentVerb, incidentVerbsNow } from '#lib/kinds/incident/verbs.ts';
import type { UpdateTask } from '#lib/record/schema.ts';
import { updateTaskAction } from '#lib/record-page/actions.ts';
import type { RecordView } from '#lib/record-page/record-view.ts';

// Loaded when it is opened.
const IncidentVerbDialog = dynamic(
  () => import('./incident-verb-dialog.tsx').then((module) => module.IncidentVerbDialog),
  { ssr: false },
);

type View = Pick<
  RecordView,
  | 'number'
  | 'version'
  | 'state'
  | 'fields'
  | 'stateFields'
  | 'commentWith'
  | 'audience'
  | 'propagation'
  | 'childIncidents'
>;

/** The header buttons of an incident. A button that needs input or updates cases opens a dialog. */
export function IncidentVerbs({ view }: { view: View }) {
  const { number, version, state, fields, stateFields, propagation } = view;
  const [asking, setAsking] = useState<IncidentVerb | null>(null);
  const { run, pending, refused } = useAction((input: UpdateTask) => updateTaskAction(input));
  const field = fields.state;
  const offered = field?.editable ? (field.options ?? []).map(({ value }) => value) : [];
  const verbs = incidentVerbsNow(state.value, offered);

  function begin(verb: IncidentVerb) {
    if ((stateFields[verb.to]?.length ?? 0) > 0 || propagation.affectedCases > 0) return setAsking(verb);
    run({ kind: 'incident', number, version, values: { state: verb.to } });
  }

  usePageActions(verbs.map((verb) => ({ label: verb.label, run: () => begin(verb) })));

  return (
    <>
      {verbs.map((verb) => (
        <Button
          key={verb.to}
          className="max-md:hidden"
          aria-disabled={pending || undefined}
          onClick={() => begin(verb)}
        >
          {verb.label}
        </Button>
      ))}
      <RefusalToast refused={refused} />
      {asking && <IncidentVerbDialog view={view} verb={asking} onClose={() => setAsking(null)} />}
    </>
  );
}
