'use client';

import { SelectField } from '#components/ui/text-field.tsx';
import { setOwnLanguageAction } from '#lib/user/actions.ts';
import { languageChoices } from '#lib/words/languages.ts';
import { OwnForm } from './own-form.tsx';

/** MAIL-10 · the language of emails to the user. */
export function LanguageForm({ language }: { language: string }) {
  return (
    <OwnForm action={setOwnLanguageAction} verb="Save language">
      {({ field }) => (
        <SelectField label="Language of emails" {...field('language', language)} options={languageChoices} />
      )}
    </OwnForm>
  );
}
