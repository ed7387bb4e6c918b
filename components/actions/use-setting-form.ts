'use client';

import { useActionState } from 'react';
import { toast } from '#components/ui/toast.ts';
import type { ActionResult } from '#lib/platform/action-result.ts';
import { callAction } from './call-action.ts';

type State = { result: ActionResult | null; typed: FormData | null };

/**
 * A form of a setting: announces a success, and keeps what was typed where it was refused (REC-5). Whoever shows the
 * form says why it was refused: in a dialog a banner, elsewhere a toast.
 */
export function useSettingForm<T>(
  action: (data: FormData) => Promise<ActionResult<T>>,
  onDone?: (done: { data?: T }) => void,
) {
  const [{ result, typed }, submit] = useActionState(
    async (_before: State, data: FormData): Promise<State> => {
      const result = await callAction(() => action(data));
      if (!result.ok) return { result, typed: data };
      if (result.message) toast({ tone: 'success', text: result.message, link: result.link });
      onDone?.(result);
      return { result, typed: null };
    },
    { result: null, typed: null },
  );
  const refused = result?.ok === false ? result : null;
  const errors: Record<string, string> = refused?.fieldErrors ?? {};
  /** What to show in a control: what was typed and refused, or else what is saved. */
  const typedOr = (name: string, saved: string) => {
    const value = typed?.get(name);
    return typeof value === 'string' ? value : saved;
  };
  const typedAll = (name: string) => typed?.getAll(name).filter((value) => typeof value === 'string');
  return { submit, refused, errors, typedOr, typedAll };
}
