'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { RefusalToast } from '#components/actions/refusal-toast.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { ConflictBanner } from '#components/record/conflict-banner.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { DiscardDraft } from '#components/ui/drafts/discard-draft.tsx';
import { useFormDraft } from '#components/ui/drafts/use-form-draft.ts';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { SelectField, TextAreaField, TextField } from '#components/ui/text-field.tsx';
import { saveReplyTemplateAction } from '#lib/reply-template/actions.ts';
import type { SavedTemplate } from '#lib/reply-template/rules/add-template.ts';
import { variables, written } from '#lib/reply-template/rules/variables.ts';
import { usesOfTemplates } from '#lib/reply-template/used-for.ts';

interface ReplyTemplateFormProps {
  template?: { id: string; version: number; name: string; text: string; usedFor: string; shared: boolean };
  mayShare: boolean;
}

const NEW = { name: '', text: '', usedFor: 'both', shared: false };

/** Creates a reply template, or edits the given one. */
export function ReplyTemplateForm({ template, mayShare }: ReplyTemplateFormProps) {
  const router = useRouter();
  const formDraft = useFormDraft(`reply template ${template?.id ?? 'new'}`);
  const [known, setKnown] = useState<SavedTemplate | null>(null);
  const { submit, reset, refused, errors, typedOr, field, box } = useAction(saveReplyTemplateAction, {
    formDraft,
    once: formDraft.name,
    onDone: () => router.push('/workspace/profile/reply-templates'),
  });
  const saved = template ?? NEW;
  const theirs = refused?.rule === 'REC-3' ? (refused.details as SavedTemplate) : null;
  const conflict = theirs?.version === known?.version ? null : theirs;
  const seen = known?.version ?? template?.version;

  function discard() {
    setKnown(null);
    reset();
    formDraft.discard();
    router.refresh();
  }

  return (
    <form
      key={`${formDraft.key} ${template?.version}`}
      action={submit}
      onInput={formDraft.save}
      noValidate
      className="grid max-w-2xl gap-4"
    >
      {conflict && refused ? (
        <ConflictBanner message={refused.message} onApplyMine={() => setKnown(conflict)} onTakeTheirs={discard}>
          <p className="mt-1">{conflict.name}</p>
          <p className="mt-1 max-h-40 overflow-y-auto whitespace-pre-wrap">{conflict.text}</p>
        </ConflictBanner>
      ) : (
        <RefusalToast refused={theirs ? null : refused} />
      )}
      {template && <input type="hidden" name="id" value={template.id} />}
      {template && (
        <input type="hidden" data-drafted name="version" value={known ? `${seen}` : typedOr('version', `${seen}`)} />
      )}
      <TextField
        label="Name"
        required
        hint="What you type after the slash."
        {...field('name', saved.name)}
        maxLength={80}
        autoComplete="off"
      />
      <SelectField label="For" {...field('usedFor', saved.usedFor)} options={usesOfTemplates} />
      <TextAreaField
        label="Text"
        required
        hint={`Markdown. Replaced when it is inserted: ${variables.map(written).join(', ')}.`}
        rows={10}
        {...field('text', saved.text)}
      />
      {(mayShare || saved.shared) && (
        <Checkbox
          key={`${box('shared', saved.shared).defaultChecked}`}
          label="Shared with everyone in the workspace"
          {...box('shared', saved.shared)}
          hint={errors.shared}
        />
      )}
      <div className="flex gap-2">
        <SubmitButton>Save</SubmitButton>
        <DiscardDraft formDraft={formDraft} onClick={discard} />
      </div>
    </form>
  );
}
