'use client';

import { Banner } from '#components/ui/banner.tsx';
import { NumberLink } from '#components/ui/number-link.tsx';
import { undoneMessage } from '#lib/cascade/rules/undo.ts';
import { pathOfNumber } from '#lib/record/kind.ts';

interface UndoneCascadeProps {
  number: string;
  restored: number;
  /** Whether the reader may open cases. */
  opens: boolean;
  left: readonly { number: string; reason: string }[];
}

/** SYNC-7 · The result of the undo: which cases were not reverted, and why. */
export function UndoneCascade({ number, restored, opens, left }: UndoneCascadeProps) {
  return (
    <Banner
      tone={left.length > 0 ? 'warning' : 'info'}
      rule="SYNC-7"
      title={`Undone: ${undoneMessage(restored, left.length)} ${number} itself is left as it is.`}
      className="mb-4"
    >
      {left.length > 0 && (
        <details open={left.length <= 5}>
          <summary>Cases not updated</summary>
          <ul aria-label="Cases not updated" className="mt-1 max-h-60 overflow-y-auto">
            {left.map((each) => (
              <li key={each.number}>
                <NumberLink number={each.number} href={opens ? pathOfNumber(each.number) : null} /> {each.reason}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Banner>
  );
}
