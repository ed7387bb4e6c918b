'use client';

import { ActionDialog } from '#components/actions/action-dialog.tsx';
import { useDraftState } from '#components/ui/drafts/use-draft-text.ts';
import { SelectField, TextAreaField, TextField } from '#components/ui/text-field.tsx';
import { documentProblemAction } from '#lib/knowledge/actions.ts';
import { articlePromise } from '#lib/knowledge/rules/article-promise.ts';

const readers = [
  { value: 'internal', label: 'Staff' },
  { value: 'external', label: 'Staff and customers' },
];

/** Initial text of an article, from the problem's statement and workaround, and how it updates the cases. */
export interface ArticleDraft {
  title: string;
  text: string;
  updatesCases: boolean;
}

interface WriteKnownErrorProps {
  number: string;
  draft: ArticleDraft;
  onClose: () => void;
}

/** The user's edits of the draft. */
type Typed = { title?: string; text?: string; readers?: 'internal' | 'external' };

const nothing: Typed = {};

/** SYNC-PRB-5 · Writes and publishes an article for a problem, and attaches it. */
export function WriteKnownError({ number, draft: { updatesCases, ...draft }, onClose }: WriteKnownErrorProps) {
  const [typed, change] = useDraftState('known error', nothing);
  const article = { ...draft, readers: 'internal' as const, ...typed };
  const type = (more: Partial<Typed>) => change((now) => ({ ...now, ...more }));
  const discard = () => change(() => nothing);

  return (
    <ActionDialog
      size="l"
      title="Create article"
      verb="Create article"
      description={articlePromise(number, updatesCases)}
      onClose={onClose}
      action={documentProblemAction}
      input={{ ...article, problem: number }}
      once="known error"
      onDiscard={discard}
    >
      {(errors) => (
        <div className="grid gap-3">
          <TextField
            label="Title"
            required
            error={errors.title}
            maxLength={160}
            value={article.title}
            onChange={({ target }) => type({ title: target.value })}
          />
          <TextAreaField
            label="Text"
            required
            error={errors.text}
            hint="Markdown"
            rows={6}
            value={article.text}
            onChange={({ target }) => type({ text: target.value })}
          />
          <SelectField
            label="Readers"
            required
            error={errors.readers}
            options={readers}
            value={article.readers}
            onChange={({ target }) => type({ readers: target.value === 'external' ? 'external' : 'internal' })}
          />
        </div>
      )}
    </ActionDialog>
  );
}
