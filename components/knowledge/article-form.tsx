'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { RefusalToast } from '#components/actions/refusal-toast.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { DiscardDraft } from '#components/ui/drafts/discard-draft.tsx';
import { useFormDraft } from '#components/ui/drafts/use-form-draft.ts';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { SelectField, TextAreaField, TextField } from '#components/ui/text-field.tsx';
import { writeArticleAction } from '#lib/knowledge/actions.ts';
import { ArticlePreview } from './article-preview.tsx';

const READERS = [
  { value: 'internal', label: 'Staff' },
  { value: 'external', label: 'Staff and customers' },
];

export interface ArticleFormProps {
  article?: { number: string; title: string; text: string; readers: string; published: boolean; seen: string };
}

/** ADM-7 · edits an article: as a draft, or published to its readers. */
export function ArticleForm({ article }: ArticleFormProps) {
  const router = useRouter();
  const formDraft = useFormDraft(`article ${article?.number ?? 'new'}`);
  const { submit, refused, errors, typedOr, field } = useAction(writeArticleAction, {
    formDraft,
    once: formDraft.name,
    onDone: (written) => {
      if (!article && written) router.replace(`/admin/knowledge/${written.number}`);
    },
  });
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? typedOr('text', article?.text ?? '');

  function discard() {
    setTyped(null);
    formDraft.discard();
  }

  return (
    <div className="grid items-start gap-4 xl:grid-cols-2">
      <form key={formDraft.key} action={submit} onInput={formDraft.save} noValidate className="grid gap-4">
        <RefusalToast refused={refused} />
        {article && <input type="hidden" name="number" value={article.number} />}
        {article && <input type="hidden" data-drafted name="seen" value={typedOr('seen', article.seen)} />}
        <TextField label="Title" required {...field('title', article?.title)} maxLength={160} />
        <SelectField label="Readers" {...field('readers', article?.readers ?? 'internal')} options={READERS} />
        <TextAreaField
          label="Text"
          required
          error={errors.text}
          hint="Markdown: # headings, **bold**, *italic*, - lists, > quotes, `code`, | tables |."
          name="text"
          rows={16}
          value={text}
          onChange={({ target }) => setTyped(target.value)}
        />
        <div className="flex flex-wrap gap-2">
          {/* Enter presses the first button, which keeps the article's visibility unchanged. */}
          {article?.published ? (
            <>
              <SubmitButton name="published" value="on">
                Save
              </SubmitButton>
              <SubmitButton variant="secondary" name="published" value="off">
                Withdraw
              </SubmitButton>
            </>
          ) : (
            <>
              <SubmitButton variant="secondary" name="published" value="off">
                Save draft
              </SubmitButton>
              <SubmitButton name="published" value="on">
                Publish
              </SubmitButton>
            </>
          )}
          <DiscardDraft formDraft={formDraft} onClick={discard} />
        </div>
      </form>
      <ArticlePreview text={text} />
    </div>
  );
}
