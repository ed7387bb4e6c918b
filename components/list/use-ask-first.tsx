import dynamic from 'next/dynamic';
import { type ReactNode, useState } from 'react';
import { Checkbox } from '#components/ui/checkbox.tsx';
import type { AnyConsidered } from '#lib/foresight/what-would-happen.ts';

// Its code comes when it is asked.
const ForesightDialog = dynamic(
  () => import('../foresight/foresight-dialog.tsx').then((module) => module.ForesightDialog),
  { ssr: false },
);

/** Something that is about to be done. */
type Doing = { considered: AnyConsidered; verb: string; run: () => void };

/** SYNC-5 · A choice to see what would happen before something is done that has no form of its own, and the dialog that shows it. */
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
