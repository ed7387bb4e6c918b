import dynamic from 'next/dynamic';
import { type ReactNode, useState } from 'react';
import { Checkbox } from '#components/ui/checkbox.tsx';
import type { AnyConsidered } from '#lib/foresight/preview-action.ts';

// Loaded on demand.
const ForesightDialog = dynamic(
  () => import('../foresight/foresight-dialog.tsx').then((module) => module.ForesightDialog),
  { ssr: false },
);

/** A planned action. */
type Doing = { considered: AnyConsidered; verb: string; run: () => void };

/** SYNC-5 · A checkbox to preview an action that has no form of its own, and the dialog with the preview. */
export function useAskFirst(): { ask: (doing: Doing) => void; choice: ReactNode; dialog: ReactNode } {
  const [asksFirst, setAsksFirst] = useState(false);
  const [doing, setDoing] = useState<Doing | null>(null);
  const close = () => setDoing(null);
  return {
    ask: (next) => (asksFirst ? setDoing(next) : next.run()),
    choice: (
      <Checkbox
        label="What would happen?"
        checked={asksFirst}
        onChange={({ target }) => setAsksFirst(target.checked)}
      />
    ),
    dialog: doing && (
      <ForesightDialog
        considered={doing.considered}
        verb={doing.verb}
        onClose={close}
        onConfirm={() => {
          close();
          doing.run();
        }}
      />
    ),
  };
}
