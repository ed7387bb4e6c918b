'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { RefusalToast } from '#components/actions/refusal-toast.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Button } from '#components/ui/button.tsx';
import { Combobox } from '#components/ui/combobox.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { NumberLink } from '#components/ui/number-link.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { attachArticleAction } from '#lib/knowledge/actions.ts';
import type { AttachedArticle } from '#lib/knowledge/attached-articles.ts';
import type { ArticleDraft } from './write-known-error.tsx';

const WriteKnownError = dynamic(() => import('./write-known-error.tsx').then((module) => module.WriteKnownError), {
  ssr: false,
});

export interface AttachedArticlesProps {
  title: string;
  kind: 'case' | 'problem';
  number: string;
  articles: readonly AttachedArticle[];
  mayAttach: boolean;
  /** Initial text of an article written here; absent: none can be written. */
  draft?: ArticleDraft | undefined;
}

/** Published articles attached to a record; the one that documents a problem as a known error (SYNC-PRB-5). */
export function AttachedArticles({ title, kind, number, articles, mayAttach, draft }: AttachedArticlesProps) {
  const [writing, setWriting] = useState(false);
  const [changes, setChanges] = useState(0);
  const [sent, setSent] = useState('');
  const { run, pending, refused } = useAction(attachArticleAction, {
    onDone: () => setChanges((count) => count + 1),
  });

  function attach(article: string, attached: boolean) {
    if (pending) return;
    setSent(article);
    run({ kind, number, article, attached });
  }
  const hasRoom = kind === 'case' || articles.length === 0;

  return (
    <Panel title={title}>
      <RefusalToast refused={refused} />
      <ul className="grid gap-1">
        {articles.map(({ number: article, title }) => (
          <li key={article} className="flex items-start gap-2">
            <span className="min-w-0 flex-1 wrap-anywhere">
              <NumberLink number={article} href={`/workspace/knowledge/${article}`} /> {title}
            </span>
            {mayAttach && (
              <IconButton
                label={`Remove ${article}`}
                size="s"
                aria-busy={(pending && sent === article) || undefined}
                onClick={() => attach(article, false)}
              >
                <Icon name="x" />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      {articles.length === 0 && !mayAttach && <p className="text-ink-faint">None</p>}
      {mayAttach && hasRoom && (
        <Combobox
          key={changes}
          source="/api/references?kind=article"
          aria-label="Attach an article"
          placeholder="Attach an article"
          onSelect={(option) => option && attach(option.label, true)}
        />
      )}
      {mayAttach && hasRoom && draft && (
        <Button size="s" className="mt-2" onClick={() => setWriting(true)}>
          Create article
        </Button>
      )}
      {writing && draft && <WriteKnownError number={number} draft={draft} onClose={() => setWriting(false)} />}
    </Panel>
  );
}
