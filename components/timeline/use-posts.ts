'use client';

import { startTransition, useRef, useState } from 'react';
import { callAction } from '#components/actions/call-action.ts';
import { toast } from '#components/ui/toast.ts';
import { addEntryAction } from '#lib/task/actions.ts';
import type { Post } from './posting.tsx';
import type { TimelineOf } from './use-timeline.ts';

/** Entries that one has posted and that are not in the timeline yet. */
export function usePosts(of: TimelineOf) {
  const [posts, setPosts] = useState<readonly Post[]>([]);
  const lastId = useRef(0);

  const drop = (id: number) => setPosts((all) => all.filter((post) => post.id !== id));
  const mark = (id: number, refused: Post['refused']) =>
    setPosts((all) => all.map((post) => (post.id === id ? { ...post, refused } : post)));

  function send({ id, type, text }: Post) {
    mark(id, null);
    // The timeline with the entry in it arrives with the answer, in the same transition.
    startTransition(async () => {
      const result = await callAction(() => addEntryAction({ ...of, type, text }));
      startTransition(() => (result.ok ? drop(id) : mark(id, result)));
      if (result.ok && result.message) toast({ text: result.message });
    });
  }

  function add(type: Post['type'], text: string) {
    lastId.current += 1;
    const post: Post = { id: lastId.current, type, text, refused: null };
    setPosts((all) => [post, ...all]);
    send(post);
  }

  return { posts, add, retry: send, drop };
}
