'use client';

import { useRef, useState, useTransition } from 'react';
import type { FormDraft } from '#components/ui/drafts/use-form-draft.ts';
import { toast } from '#components/ui/toast.ts';
import type { Action, WithShown } from '#lib/door/action.ts';
import type { ActionResult } from '#lib/platform/action-result.ts';
import type { Shown } from '#lib/platform/confirmation.ts';
import { callAction, isDeclined, type Refused } from './call-action.ts';
import { type TypedFields, typedFields } from './typed-fields.ts';
import { isSaved, useCallId } from './use-call-id.ts';

interface Options<Input, T> {
  /** Called after a success, with the answer and the sent input. */
  onDone?: (data: T | undefined, input: Input) => void;
  /** The form shows the success itself, from `result`; otherwise a toast does. */
  quiet?: boolean;
  /** The stored draft of the form: its controls start with it, and a success clears it. */
  formDraft?: FormDraft;
  /** REC-5 · The name of a form that creates something. It is sent under one id until it is answered. */
  once?: string;
}

interface Sent {
  result: ActionResult | null;
  /** The refused form. */
  form: FormData | null;
}

const nothing: Sent = { result: null, form: null };

/** SYNC-MAJ-1 · The input, with the consequences that the user was shown. */
function withShown<Input>(input: Input, shown: Shown | undefined): Input | WithShown<Input> {
  if (!shown) return input;
  if (!(input instanceof FormData)) return { ...input, shown };
  input.set('shown', JSON.stringify(shown));
  return input;
}

/**
 * Sends input to an action: `run` with an object, `submit` as the action of a form. A success is announced. A refusal is kept
 * with the typed values until the next answer (REC-5). The component decides where to show it: RefusalBanner in a form or
 * dialog, RefusalToast elsewhere.
 */
export function useAction<Input, T>(
  action: Action<Input, T>,
  options?: Options<Input | FormData, T>,
): Sending<Input | FormData>;
export function useAction<Input, T>(
  action: (input: Input | WithShown<Input>, callId?: string) => Promise<ActionResult<T>>,
  options?: Options<Input, T>,
): Sending<Input>;
export function useAction<Input, T>(
  action: (input: Input | WithShown<Input>, callId?: string) => Promise<ActionResult<T>>,
  { onDone, quiet = false, formDraft, once }: Options<Input, T> = {},
): Sending<Input> {
  const [pending, start] = useTransition();
  const [{ result, form }, setSent] = useState(nothing);
  // `pending` ends slightly after the answer. The answer may be a question that is confirmed at once.
  const busy = useRef(false);
  const callId = useCallId(once);

  async function send(input: Input, seen?: Shown) {
    const isOnce = once !== undefined;
    const id = isOnce ? [callId.begin()] : [];
    const call = (shown = seen) => action(withShown(input, shown), ...id);
    const answer = await callAction(call, { isOnce }).finally(() => {
      busy.current = false;
    });
    if (isOnce && isSaved(answer)) callId.end();
    if (isDeclined(answer)) return setSent(nothing);
    setSent({ result: answer, form: !answer.ok && input instanceof FormData ? input : null });
    if (!answer.ok) return;
    if (answer.message && !quiet) toast({ text: answer.message, ...(answer.link ? { link: answer.link } : {}) });
    formDraft?.discard();
    onDone?.(answer.data, input);
  }

  function submit(input: Input, seen?: Shown): Promise<void> {
    if (busy.current) return Promise.resolve();
    busy.current = true;
    return new Promise((resolve) => {
      start(() => send(input, seen).finally(resolve));
    });
  }

  const refused = result?.ok === false ? result : null;
  return {
    submit: (input) => submit(input),
    run: (input, seen) => void submit(input, seen),
    reset: () => {
      setSent(nothing);
      if (once !== undefined) callId.end();
    },
    pending,
    result,
    refused,
    ...typedFields(form, formDraft, refused?.fieldErrors ?? {}),
  };
}

interface Sending<Input> extends TypedFields {
  /** `seen`: the figures shown beside the button (SYNC-MAJ-1). */
  run: (input: Input, seen?: Shown) => void;
  /** Resolves with the answer, so that the form stays busy until then. */
  submit: (input: Input) => Promise<void>;
  /** Clears the last answer: the next call is a new one. */
  reset: () => void;
  pending: boolean;
  result: ActionResult | null;
  refused: Refused | null;
}
