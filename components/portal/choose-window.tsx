'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { SentForm } from '#components/ui/sent-form.tsx';
import { chooseWindowAction } from '#lib/portal/work-orders/actions.ts';
import { Refusal } from './refusal.tsx';
import { useSending } from './use-sending.ts';

export interface ChooseWindowProps {
  number: string;
  sequence: number | null;
  /** The times by day, formatted for the reader. */
  days: readonly { day: string; windows: readonly { from: string; shown: string }[] }[];
  /** The page's address without the choice. */
  back: string;
  words: Readonly<Record<'order.choose.send' | 'order.choose.title' | 'answer.lost', string>>;
}

/** POR-11 · Chooses one of the free times of a visit. */
export function ChooseWindow({ number, sequence, days, back, words }: ChooseWindowProps) {
  const [startsAt, setStartsAt] = useState('');
  const router = useRouter();
  const { send, pending, refused, errors, forget } = useSending(chooseWindowAction, {
    name: 'window',
    lost: words['answer.lost'],
    onDone: () => router.push(back),
  });
  return (
    <SentForm className="grid gap-4" onSend={() => send({ number, startsAt, sequence })} onInput={forget}>
      <Refusal refused={errors.startsAt ? null : refused} />
      {errors.startsAt && (
        <p role="alert" className="text-tone-red">
          {errors.startsAt}
        </p>
      )}
      {days.map(({ day, windows }) => (
        <fieldset key={day}>
          <legend className="mb-1.5 font-medium">{day}</legend>
          <div className="flex flex-wrap gap-2">
            {windows.map(({ from, shown }) => (
              <label
                key={from}
                className="flex min-h-11 cursor-pointer items-center gap-2 rounded-md border bg-surface px-3 has-checked:border-accent has-checked:bg-accent-soft"
              >
                <input
                  type="radio"
                  name="window"
                  value={from}
                  checked={startsAt === from}
                  onChange={() => setStartsAt(from)}
                />
                {shown}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <div>
        <Button type="submit" variant="primary" className="min-h-11" aria-busy={pending || undefined}>
          {words['order.choose.send']}
        </Button>
      </div>
    </SentForm>
  );
}
