'use client';

import { toast } from '#components/ui/toast.ts';
import type { OfferedTemplate } from '#lib/reply-template/queries/offered-templates.ts';
import { fillIn } from '#lib/reply-template/rules/variables.ts';
import { TypedList } from './typed-list.tsx';
import { typedSlash, withTemplate } from './typed-slash.ts';
import { useTypedList } from './use-typed-list.ts';

interface ReplyTemplatesProps {
  /** The id of the text box. */
  box: string;
  /** The address that answers `?q=` with templates. */
  source: string;
  /** Called with the text that includes the chosen template. */
  onInsert: (text: string) => void;
}

const status = (count: number) =>
  `${count === 1 ? '1 reply template' : `${count} reply templates`}: arrow keys, then Enter.`;

/** The templates suggested after a `/` at the start of a line. */
export function ReplyTemplates({ box, source, onInsert }: ReplyTemplatesProps) {
  const list = useTypedList<OfferedTemplate>({
    box,
    source,
    find: typedSlash,
    write: (text, typed, template) => withTemplate(text, typed, fillIn(template.text, template.values).text),
    onChoose: (text, template) => {
      const { notice } = fillIn(template.text, template.values);
      onInsert(text);
      if (notice) toast({ tone: 'info', text: notice });
    },
  });
  return <TypedList {...list} label="Reply templates" status={status} />;
}
