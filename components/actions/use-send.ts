'use client';

import { useRef, useState, useTransition } from 'react';
import { toast } from '#components/ui/toast.ts';
import type { ActionResult } from '#lib/platform/action-result.ts';
import { callAction, type Refused } from './call-action.ts';

/** Sends something to an action: a success is announced, a refusal is kept until the next try (REC-5). */
export function useSend() {
  const [pending, start] = useTransition();
  const [refused, setRefused] = useState<Refused | null>(null);
  // `pending` lasts a moment longer than the answer, which may be a question that is confirmed at once.
  const busy = useRef(false);

  function send<T>(call: () => Promise<ActionResult<T>>, onDone?: (data: T | undefined) => void) {
    if (busy.current) return;
    busy.current = true;
    start(async () => {
      const result = await callAction(call);
      busy.current = false;
      setRefused(result.ok ? null : result);
      if (!result.ok) return;
      if (result.message) toast({ text: result.message, ...(result.link ? { link: result.link } : {}) });
      onDone?.(result.data);
    });
  }

  return { send, pending, refused, forget: () => setRefused(null) };
}
