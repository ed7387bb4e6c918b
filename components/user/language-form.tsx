'use client';

import { useAction } from '#components/actions/use-action.ts';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { SelectField } from '#components/ui/text-field.tsx';
import { setOwnLanguageAction } from '#lib/user/actions.ts';
import { languageChoices } from '#lib/words/languages.ts';
import { FormResult } from './form-result.tsx';

/** MAIL-10 · the language of emails to the user. */
export function LanguageForm({ language }: { language: string }) {
  const { submit, result, errors } = useAction(setOwnLanguageAction, { quiet: true });
  return (
    <form action={submit} className="grid max-w-sm gap-4">
      <FormResult result={result} />
      <SelectField
        key={language}
        label="Language of emails"
        error={errors.language}
        name="language"
        defaultValue={language}
        options={languageChoices}
      />
      <div>
        <SubmitButton variant="secondary">Save language</SubmitButton>
      </div>
    </form>
  );
}
