'use client';

import { useActionState, useRef } from 'react';
import { dismissToast, toast } from '#components/ui/toast.ts';
import type { ActionResult } from '#lib/platform/action-result.ts';

type State = { result: ActionResult | null; typed: FormData | null };

/** A form of a setting: says what came of it, and keeps what was typed where it was refused (REC-5). */
export function useSettingForm<T>(
  action: (data: FormData) => Promise<ActionResult<T>>,
  onDone?: (done: { data?: T }) => void,
) {
  const complaint = useRef(0);
  const [{ result, typed }, submit] = useActionState(
    async (_before: State, data: FormData): Promise<State> => {
      const result = await action(data);
      dismissToast(complaint.current);
      if (!result.ok) {
        complaint.current = toast({ tone: 'error', text: result.message, rule: result.rule });
        return { result, typed: data };
      }
      if (result.message) toast({ tone: 'success', text: result.message, link: result.link });
      onDone?.(result);
      return { result, typed: null };
    },
    { result: null, typed: null },
  );
  const errors: Record<string, string> = result?.ok === false ? (result.fieldErrors ?? {}) : {};
  /** What to show in a control: what was typed and refused, or else what is saved. */
  const typedOr = (name: string, saved: string) => {
    const value = typed?.get(name);
    return typeof value === 'string' ? value : saved;
  };
  const typedAll = (name: string) => typed?.getAll(name).filter((value) => typeof value === 'string');
  return { submit, errors, typedOr, typedAll };
}
