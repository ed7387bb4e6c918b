'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { useSettingForm } from '#components/admin/use-setting-form.ts';
import { RichText } from '#components/record/rich-text.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { Select } from '#components/ui/select.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { toast } from '#components/ui/toast.ts';
import { previewArticleAction, writeArticleAction } from '#lib/knowledge/actions.ts';

const READERS = [
  { value: 'internal', label: 'Staff' },
  { value: 'external', label: 'Staff and customers' },
];

export interface ArticleFormProps {
  article?: { number: string; title: string; text: string; readers: string; published: boolean; seen: string };
}

/** ADM-7 · writes an article: as a draft, or published to its readers. */
export function ArticleForm({ article }: ArticleFormProps) {
  const router = useRouter();
  const { submit, errors, typedOr } = useSettingForm(writeArticleAction, ({ data }) => {
    if (!article && data) router.replace(`/admin/knowledge/${data.number}`);
  });
  const [text, setText] = useState(article?.text ?? '');
  const readers = typedOr('readers', article?.readers ?? 'internal');
  return (
    <div className="grid items-start gap-4 xl:grid-cols-2">
      <form action={submit} noValidate className="grid gap-4">
        {article && <input type="hidden" name="number" value={article.number} />}
        {article && <input type="hidden" name="seen" value={article.seen} />}
        <Field label="Title" required error={errors.title}>
          {(control) => (
            <TextInput
              {...control}
              name="title"
              defaultValue={typedOr('title', article?.title ?? '')}
              maxLength={160}
            />
          )}
        </Field>
        <Field label="Readers" error={errors.readers}>
          {(control) => <Select {...control} key={readers} name="readers" defaultValue={readers} options={READERS} />}
        </Field>
        <Field
          label="Text"
          required
          error={errors.text}
          hint="Markdown: **bold**, *italic*, - lists, > quotes, `code`."
        >
          {(control) => (
            <TextArea
              {...control}
              name="text"
              rows={16}
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
          )}
        </Field>
        <div className="flex flex-wrap gap-2">
          <SubmitButton name="published" value="on">
            {article?.published ? 'Save' : 'Publish'}
          </SubmitButton>
          <SubmitButton variant="secondary" name="published" value="off">
            {article?.published ? 'Withdraw' : 'Save draft'}
          </SubmitButton>
        </div>
      </form>
      <Preview text={text} />
    </div>
  );
}

function Preview({ text }: { text: string }) {
  const [html, setHtml] = useState<string | null>(null);
  const [busy, start] = useTransition();
  const show = () =>
    start(async () => {
      const result = await previewArticleAction({ text });
      if (result.ok) setHtml(result.data?.html ?? '');
      else toast({ tone: 'error', text: result.message, rule: result.rule });
    });
  return (
    <Panel
      title="Preview"
      action={
        <Button size="s" onClick={show} disabled={busy}>
          Show preview
        </Button>
      }
    >
      {html === null ? <p className="text-ink-muted">As readers will see it.</p> : <RichText html={html} />}
    </Panel>
  );
}
