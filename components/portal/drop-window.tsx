'use client';

import { Button } from '#components/ui/button.tsx';
import { dropWindowAction } from '#lib/portal/work-orders/actions.ts';
import { Refusal } from './refusal.tsx';
import { useSending } from './use-sending.ts';

export interface DropWindowProps {
  number: string;
  sequence: number;
  words: Readonly<Record<'order.drop' | 'order.drop.text' | 'order.drop.send' | 'answer.lost', string>>;
}

/** POR-11 · Releases the time of a visit: a collapsed warning with the button, so that it takes two clicks. */
export function DropWindow({ number, sequence, words }: DropWindowProps) {
  const { send, pending, refused } = useSending(dropWindowAction, {
    name: `drop ${number}`,
    lost: words['answer.lost'],
  });
  return (
    <details>
      <summary className="min-h-10 cursor-pointer content-center">{words['order.drop']}</summary>
      <div className="grid gap-2 pb-2">
        <p className="text-sm text-ink-muted">{words['order.drop.text']}</p>
        <Refusal refused={refused} />
        <div>
          <Button className="min-h-10" aria-busy={pending || undefined} onClick={() => send({ number, sequence })}>
            {words['order.drop.send']}
          </Button>
        </div>
      </div>
    </details>
  );
}
