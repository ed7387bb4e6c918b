'use client';

import { unstable_rethrow } from 'next/navigation';
import { useRef, useState, useTransition } from 'react';
import { isSaved, useCallId } from '#components/actions/use-call-id.ts';
import { notifyUnauthorized } from '#components/ui/unauthorized.ts';
import type { Action, WithShown } from '#lib/door/action.ts';
import type { ActionResult } from '#lib/platform/action-result.ts';

type Refused = Extract<ActionResult, { ok: false }>;

interface Options<Input, T> {
  /** The form's name: it is sent under one id until it is saved, also after a reload (POR-21). */
  name: string;
  /** The message if no answer came. */
  lost: string;
  onDone?: (data: T | undefined, input: Input) => void | Promise<void>;
}

/** Sends a portal form to its action, once however often the button is pressed; a refusal is kept until the next answer. */
export function useSending<Input, T>(action: Action<Input, T>, { name, lost, onDone }: Options<Input, T>) {
  const [pending, start] = useTransition();
  const [result, setResult] = useState<ActionResult<T> | null>(null);
  const busy = useRef(false);
  const call = useCallId(name);

  async function answerTo(input: Input): Promise<ActionResult<T>> {
    try {
      return await action(input as WithShown<Input>, call.begin());
    } catch (error) {
      // Rethrows a redirect to another page.
      unstable_rethrow(error);
      return { ok: false, message: lost };
    }
  }

  async function send(input: Input) {
    const answer = await answerTo(input);
    if (isSaved(answer)) call.end();
    setResult(answer);
    if (answer.ok) await onDone?.(answer.data, input);
    else if (answer.signedOut) notifyUnauthorized();
  }

  const refused: Refused | null = result?.ok === false ? result : null;
  return {
    pending,
    refused,
    message: result?.ok ? result.message : undefined,
    errors: refused?.fieldErrors ?? {},
    /** Clears the error once something else is typed. */
    forget: () => setResult(null),
    send: (input: Input) => {
      if (busy.current) return;
      busy.current = true;
      start(() =>
        send(input).finally(() => {
          busy.current = false;
        }),
      );
    },
  };
}
