'use client';

import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { messageVariables } from '#lib/customer-messages/message-variables.ts';
import type { Recipients } from '#lib/customer-messages/recipients.ts';
import { InternalNumbersNotice } from './internal-numbers-notice.tsx';

interface MessageFieldProps {
  text: string;
  onChange: (text: string) => void;
  error: string | undefined;
  templates: Recipients['templates'];
}

const variables = messageVariables.map((name) => `{{${name}}}`).join(' ');

/** NOT-1 · The message, and its templates. A chosen template is appended to the typed text. */
export function MessageField({ text, onChange, error, templates }: MessageFieldProps) {
  const chosen = templates.find((template) => template.text === text);

  function insert(id: string) {
    const template = templates.find((each) => each.id === id);
    if (!template) return;
    const isTyped = text.trim() !== '' && !chosen;
    onChange(isTyped ? `${text.trimEnd()}\n\n${template.text}` : template.text);
  }

  return (
    <>
      <Field
        label="Message"
        required
        hint={
          <>
            Filled in for each case: <span className="wrap-anywhere">{variables}</span>
          </>
        }
        {...(error ? { error } : {})}
      >
        {(control) => <TextArea {...control} rows={7} value={text} onChange={({ target }) => onChange(target.value)} />}
      </Field>
      <InternalNumbersNotice text={text} />
      {templates.length > 0 && (
        <Field label="Template">
          {(control) => (
            <Select
              {...control}
              value={chosen?.id ?? ''}
              placeholder="Choose a template"
              options={templates.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={({ target }) => insert(target.value)}
            />
          )}
        </Field>
      )}
    </>
  );
}
