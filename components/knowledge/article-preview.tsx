'use client';

import { useState } from 'react';
import { RefusalToast } from '#components/actions/refusal-toast.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Button } from '#components/ui/button.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { RichText } from '#components/ui/rich-text.tsx';
import { previewArticleAction } from '#lib/knowledge/actions.ts';

/** ADM-7 · Preview of the article's text. */
export function ArticlePreview({ text }: { text: string }) {
  const [html, setHtml] = useState<string | null>(null);
  const { run, pending, refused } = useAction(previewArticleAction, { onDone: (data) => setHtml(data?.html ?? '') });
  return (
    <Panel
      title="Preview"
      action={
        <Button size="s" onClick={() => run({ text })} aria-busy={pending || undefined}>
          Show preview
        </Button>
      }
    >
      <RefusalToast refused={refused} />
      {html === null ? <p className="text-ink-muted">As readers will see it.</p> : <RichText html={html} />}
    </Panel>
  );
}
