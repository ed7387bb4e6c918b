'use client';

import dynamic from 'next/dynamic';
import { useRef, useState } from 'react';
import { RefusalToast } from '#components/actions/refusal-toast.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { usePageActions } from '#components/shell/page-actions.ts';
import { Button } from '#components/ui/button.tsx';
import { moveCaseAction } from '#lib/case/actions.ts';
import type { VerbView } from '#lib/case/verb-views.ts';
import type { RecordView } from '#lib/record-page/record-view.ts';

// Loaded when it is opened.
const VerbDialog = dynamic(() => import('./verb-dialog.tsx').then((module) => module.VerbDialog), { ssr: false });

const asks = ({ fields, asksComment, asksWorkNote, final, leads }: VerbView) =>
  fields.length > 0 || asksComment || asksWorkNote || final || leads;

/** CASE-8 · The header buttons of a case. A button that needs input opens a dialog. */
export function CaseVerbs({
  number,
  version,
  verbs,
  audience,
}: Pick<RecordView, 'number' | 'version' | 'verbs' | 'audience'>) {
  const [asking, setAsking] = useState<VerbView | null>(null);
  const [sent, setSent] = useState('');
  const { run, pending, refused } = useAction(moveCaseAction);

  function begin(verb: VerbView) {
    if (asks(verb)) return setAsking(verb);
    setSent(verb.name);
    run({ number, version, verb: verb.name });
  }

  const first = useRef<HTMLButtonElement>(null);
  const takes = ({ name }: VerbView) => name === 'accept' || name === 'assign-to-me';
  const actions = verbs.map((verb) => ({
    label: verb.label,
    run: () => begin(verb),
    ...(takes(verb) ? { key: 'm' } : {}),
  }));
  // A case has no State field: its header buttons take that place.
  usePageActions(
    verbs.length > 0 ? [...actions, { label: 'Change State', key: 'l', run: () => first.current?.focus() }] : [],
  );

  return (
    <>
      {verbs.map((verb, index) => (
        <Button
          key={verb.name}
          ref={index === 0 ? first : undefined}
          className={index > 0 ? 'max-md:hidden' : undefined}
          variant={verb.final ? 'quiet' : 'secondary'}
          aria-disabled={pending || undefined}
          aria-busy={(pending && sent === verb.name) || undefined}
          onClick={() => begin(verb)}
        >
          {verb.label}
        </Button>
      ))}
      <RefusalToast refused={refused} />
      {asking && <VerbDialog {...{ number, version, audience }} verb={asking} onClose={() => setAsking(null)} />}
    </>
  );
}
