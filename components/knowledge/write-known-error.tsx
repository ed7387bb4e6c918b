'use client';

import { useState } from 'react';
import { DialogForm } from '#components/actions/dialog-form.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { documentProblemAction } from '#lib/knowledge/actions.ts';

const readers = [
  { value: 'internal', label: 'Staff' },
  { value: 'external', label: 'Staff and customers' },
];

interface WriteKnownErrorProps {
  number: string;
  /** What the article begins with: the problem's statement and workaround. */
  draft: { title: string; text: string };
  onClose: () => void;
}

/** SYNC-PRB-5 · Writes and publishes an article for a problem, and attaches it. */
export function WriteKnownError({ number, draft, onClose }: WriteKnownErrorProps) {
  const [article, setArticle] = useState({ ...draft, readers: 'internal' as 'internal' | 'external' });
  const { run, pending, refused, errors } = useAction(documentProblemAction, { onDone: onClose });

  return (
    <DialogForm
      size="l"
      title="Create article"
      description={`It is published at once and attached to ${number}; the work notes of its cases say so.`}
      onClose={onClose}
      refused={refused}
      pending={pending}
      onSubmit={() => run({ ...article, problem: number })}
    >
      <div className="grid gap-3">
        <Field label="Title" required error={errors.title ?? []}>
          {(control) => (
            <TextInput
              {...control}
              maxLength={160}
              value={article.title}
              onChange={({ target }) => setArticle({ ...article, title: target.value })}
            />
          )}
        </Field>
        <Field label="Text" required error={errors.text ?? []} hint="Markdown">
          {(control) => (
            <TextArea
              {...control}
              rows={6}
              value={article.text}
              onChange={({ target }) => setArticle({ ...article, text: target.value })}
            />
          )}
        </Field>
        <Field label="Readers" required error={errors.readers ?? []}>
          {(control) => (
            <Select
              {...control}
              options={readers}
              value={article.readers}
              onChange={({ target }) =>
                setArticle({ ...article, readers: target.value === 'external' ? 'external' : 'internal' })
              }
            />
          )}
        </Field>
      </div>
    </DialogForm>
  );
}
