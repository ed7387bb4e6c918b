'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { RefusalToast } from '#components/actions/refusal-toast.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { useKeptForm } from '#components/ui/kept/use-kept-form.ts';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { SelectField, TextAreaField, TextField } from '#components/ui/text-field.tsx';
import { saveReplyTemplateAction } from '#lib/reply-template/actions.ts';
import type { SavedTemplate } from '#lib/reply-template/rules/add-template.ts';
import { variables, written } from '#lib/reply-template/rules/variables.ts';
import { usesOfTemplates } from '#lib/reply-template/used-for.ts';
import { SavedMeanwhile, savedMeanwhile } from './saved-meanwhile.tsx';

interface ReplyTemplateFormProps {
  template?: { id: string; version: number; name: string; text: string; usedFor: string; shared: boolean };
  mayShare: boolean;
}

const NEW = { name: '', text: '', usedFor: 'both', shared: false };

/** Creates a reply template, or edits the given one. */
export function ReplyTemplateForm({ template, mayShare }: ReplyTemplateFormProps) {
  const router = useRouter();
  const kept = useKeptForm(`reply template ${template?.id ?? 'new'}`);
  const [known, setKnown] = useState<SavedTemplate | null>(null);
  const { submit, reset, refused, errors, typedOr, typedAll } = useAction(saveReplyTemplateAction, {
    kept,
    once: kept.name,
    onDone: () => router.push('/workspace/profile/reply-templates'),
  });
  const saved = template ?? NEW;
  const usedFor = typedOr('usedFor', saved.usedFor);
  const shared = typedAll('shared');
  const isShared = shared ? shared.length > 0 : saved.shared;
  const theirs = savedMeanwhile(refused);
  const conflict = theirs?.version === known?.version ? null : theirs;
  const seen = known?.version ?? template?.version;

  function discard() {
    setKnown(null);
    reset();
    kept.discard();
    router.refresh();
  }

  return (
    <form
      key={`${kept.key} ${template?.version}`}
      action={submit}
      onInput={kept.keep}
      noValidate
      className="grid max-w-2xl gap-4"
    >
      {conflict && refused ? (
        <SavedMeanwhile
          message={refused.message}
          saved={conflict}
          onApplyMine={() => setKnown(conflict)}
          onTakeTheirs={discard}
        />
      ) : (
        <RefusalToast refused={theirs ? null : refused} />
      )}
      {template && <input type="hidden" name="id" value={template.id} />}
      {template && (
        <input type="hidden" data-kept name="version" value={known ? `${seen}` : typedOr('version', `${seen}`)} />
      )}
      <TextField
        label="Name"
        required
        error={errors.name}
        hint="What you type after the slash."
        name="name"
        defaultValue={typedOr('name', saved.name)}
        maxLength={80}
        autoComplete="off"
      />
      <SelectField
        key={usedFor}
        label="For"
        error={errors.usedFor}
        name="usedFor"
        defaultValue={usedFor}
        options={usesOfTemplates}
      />
      <TextAreaField
        label="Text"
        required
        error={errors.text}
        hint={`Markdown. Replaced when it is inserted: ${variables.map(written).join(', ')}.`}
        name="text"
        rows={10}
        defaultValue={typedOr('text', saved.text)}
      />
      {(mayShare || saved.shared) && (
        <Checkbox
          key={`${isShared}`}
          label="Shared with everyone in the workspace"
          name="shared"
          defaultChecked={isShared}
          hint={errors.shared}
        />
      )}
      <div className="flex gap-2">
        <SubmitButton>Save</SubmitButton>
        {kept.isKept && (
          <Button variant="quiet" onClick={discard}>
            Discard
          </Button>
        )}
      </div>
    </form>
  );
}
