'use client';

import { startTransition, useRef, useState } from 'react';
import { callAction } from '#components/actions/call-action.ts';
import { toast } from '#components/ui/toast.ts';
import type { ActionResult } from '#lib/platform/action-result.ts';
import type { NewEntry, Post } from './posting.tsx';

/** Entries that one has posted and that are not in the timeline yet. Several may be on their way, each with its answer. */
export function usePosts(save: (entry: NewEntry) => Promise<ActionResult>) {
  const [posts, setPosts] = useState<readonly Post[]>([]);
  const lastId = useRef(0);

  const drop = (id: number) => setPosts((all) => all.filter((post) => post.id !== id));
  const mark = (id: number, refused: Post['refused']) =>
    setPosts((all) => all.map((post) => (post.id === id ? { ...post, refused } : post)));

  function send({ id, type, text }: Post) {
    mark(id, null);
    // The timeline with the entry in it arrives with the answer, in the same transition.
    startTransition(async () => {
      const result = await callAction(() => save({ type, text }));
      startTransition(() => (result.ok ? drop(id) : mark(id, result)));
      if (result.ok && result.message) toast({ text: result.message });
    });
  }

  function add(entry: NewEntry) {
    lastId.current += 1;
    const post: Post = { ...entry, id: lastId.current, refused: null };
    setPosts((all) => [post, ...all]);
    send(post);
  }

  return { posts, add, retry: send, drop };
}
