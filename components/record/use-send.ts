'use client';

import { unstable_rethrow } from 'next/navigation';
import { useState, useTransition } from 'react';
import { toast } from '#components/ui/toast.ts';
import type { ActionResult } from '#lib/platform/action-result.ts';

export type Refused = Extract<ActionResult, { ok: false }>;

const noAnswer: Refused = { ok: false, message: 'The server did not answer. Nothing was saved: try again.' };

/** What a call of an action has answered; that the server was away is an answer too. */
export async function answerOf(call: () => Promise<ActionResult>): Promise<ActionResult> {
  try {
    return await call();
  } catch (error) {
    // Leads to sign-in when the session has ended.
    unstable_rethrow(error);
    return noAnswer;
  }
}

/** Sends something to an action: a success is announced, a refusal is kept until the next try (REC-5). */
export function useSend() {
  const [pending, start] = useTransition();
  const [refused, setRefused] = useState<Refused | null>(null);

  function send(call: () => Promise<ActionResult>, onDone?: () => void) {
    if (pending) return;
    start(async () => {
      const result = await answerOf(call);
      setRefused(result.ok ? null : result);
      if (!result.ok) return;
      if (result.message) toast({ text: result.message, ...(result.link ? { link: result.link } : {}) });
      onDone?.();
    });
  }

  return { send, pending, refused, forget: () => setRefused(null) };
}
