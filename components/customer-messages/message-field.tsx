'use client';

import { Icon } from '#components/ui/icon.tsx';
import { SelectField, TextAreaField } from '#components/ui/text-field.tsx';
import { messageVariables } from '#lib/customer-messages/message-variables.ts';
import type { Recipients } from '#lib/customer-messages/recipients.ts';
import { internalNumbersWarning } from '#lib/customer-messages/rules/internal-numbers.ts';

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
      <TextAreaField
        label="Message"
        required
        hint={
          <>
            Filled in for each case: <span className="wrap-anywhere">{variables}</span>
          </>
        }
        error={error}
        rows={7}
        value={text}
        onChange={({ target }) => onChange(target.value)}
      />
      <InternalNumbersNotice text={text} />
      {templates.length > 0 && (
        <SelectField
          label="Template"
          value={chosen?.id ?? ''}
          placeholder="Choose a template"
          options={templates.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={({ target }) => insert(target.value)}
        />
      )}
    </>
  );
}

/** POR-3 · Warns about internal numbers in a text that customers will read. */
function InternalNumbersNotice({ text }: { text: string }) {
  const warning = internalNumbersWarning(text);
  return (
    <p role="status" className="flex gap-1 text-sm text-tone-amber empty:hidden">
      {warning && <Icon name="triangle-alert" className="mt-0.5 size-3.5 shrink-0" />}
      {warning}
    </p>
  );
}
