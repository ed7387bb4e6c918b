'use client';

import { startTransition, useState } from 'react';
import { callAction, isDeclined } from '#components/actions/call-action.ts';
import { newCallId } from '#components/actions/use-call-id.ts';
import { useDraftState } from '#components/ui/drafts/use-draft-text.ts';
import { toast } from '#components/ui/toast.ts';
import type { ActionResult } from '#lib/platform/action-result.ts';
import type { Shown } from '#lib/platform/confirmation.ts';
import type { NewEntry, Post } from './posting.tsx';

/** With the refusal, if there was one. */
type Sent = NewEntry & { id: string; refused?: Post['refused'] };

const none: readonly Sent[] = [];

/** Ids of the posts that this page waits for, on any of its views. */
const underWay = new Set<string>();

const leftMeanwhile = {
  ok: false,
  message: 'The page was closed before the server answered. Retry: it will be posted only once.',
} as const;

/**
 * The posted entries that are not in the timeline yet. Several may be saving at once; each is kept until it is answered. Each
 * is sent under its own id: REC-5 posts it once, however often it is sent.
 */
export function usePosts(save: (entry: NewEntry & { shown?: Shown }, id: string) => Promise<ActionResult>) {
  const [sent, setSent] = useState<readonly Post[]>([]);
  const [kept, keep] = useDraftState('posts', none);
  const left = kept
    .filter(({ id }) => !sent.some((post) => post.id === id))
    .map((post): Post => ({ ...post, refused: post.refused ?? (underWay.has(post.id) ? null : leftMeanwhile) }));

  function drop(id: string) {
    keep((all) => all.filter((post) => post.id !== id));
    setSent((all) => all.filter((post) => post.id !== id));
  }

  function mark(post: Post) {
    setSent((all) =>
      all.some(({ id }) => id === post.id) ? all.map((one) => (one.id === post.id ? post : one)) : [post, ...all],
    );
  }

  /** SYNC-MAJ-1 · Resolves with whether the author was asked and did not confirm: then the post is removed. */
  function send({ refused: _refused, ...post }: Sent): Promise<boolean> {
    const { id, ...entry } = post;
    const declining = Promise.withResolvers<boolean>();
    underWay.add(id);
    mark({ ...post, refused: null });
    // The refreshed timeline with the entry arrives with the answer, in the same transition.
    startTransition(async () => {
      const result = await callAction((shown) => save({ ...entry, ...(shown ? { shown } : {}) }, id), {
        isOnce: true,
      }).finally(() => underWay.delete(id));
      declining.resolve(isDeclined(result));
      if (isDeclined(result)) return drop(id);
      // A refusal without a rule means no answer, for example after leaving the page.
      const refused = !result.ok && result.rule ? result : leftMeanwhile;
      if (!result.ok) keep((all) => all.map((one) => (one.id === id ? { ...one, refused } : one)));
      // Synchronously: a transition would wait for all others, and one of those may wait for the network.
      if (!result.ok) return mark({ ...post, refused: result });
      startTransition(() => drop(id));
      if (result.message) toast({ text: result.message });
    });
    return declining.promise;
  }

  function add(entry: NewEntry): Promise<boolean> {
    const post = { ...entry, id: newCallId() };
    keep((all) => [post, ...all]);
    return send(post);
  }

  return { posts: [...sent, ...left], add, retry: send, drop };
}
