'use client';

import { useRouter } from 'next/navigation';
import { Button } from '#components/ui/button.tsx';
import { useDraftText } from '#components/ui/drafts/use-draft-text.ts';
import { SentForm } from '#components/ui/sent-form.tsx';
import { SelectField, TextAreaField } from '#components/ui/text-field.tsx';
import { toast } from '#components/ui/toast.ts';
import { openCaseAction } from '#lib/portal/actions.ts';
import type { FormFile } from '#lib/portal/form-files.ts';
import type { ProductOrAsset } from '#lib/portal/products.ts';
import { ChooseFiles } from './choose-files.tsx';
import { ColleagueField } from './colleague-field.tsx';
import { HowUrgent, urgencyOf } from './how-urgent.tsx';
import { KnownIssues } from './known-issues.tsx';
import type { NewCaseWords } from './new-case-words.ts';
import { Refusal } from './refusal.tsx';
import { useFormFiles } from './use-form-files.ts';
import { useSending } from './use-sending.ts';

export interface NewCaseProps {
  /** The number of the case that it refers to; empty: none. */
  about: string;
  account: string;
  things: readonly ProductOrAsset[];
  /** The id under which the server stores its files, and those stored already. */
  form: string;
  files: readonly FormFile[];
  maxMegabytes: number;
  forColleagues: boolean;
  reader: { locale: string; timeZone: string };
  words: NewCaseWords;
}

/** POR-8 · The form of a new case, with known issues beside it. Files are uploaded as they are chosen (POR-18). */
export function NewCase({
  about,
  account,
  things,
  form,
  files,
  maxMegabytes,
  forColleagues,
  reader,
  words,
}: NewCaseProps) {
  const router = useRouter();
  const [description, setDescription] = useDraftText('description');
  const [thing, setThing] = useDraftText('thing');
  const [urgency, setUrgency] = useDraftText('urgency');
  const [forEmail, setForEmail] = useDraftText('for');
  const formFiles = useFormFiles(form, files, words);
  const { send, pending, refused, errors, forget } = useSending(openCaseAction, {
    name: 'new case',
    lost: words['answer.lost'],
    onDone: async (made) => {
      if (!made) return;
      for (const set of [setDescription, setThing, setUrgency, setForEmail]) set('');
      toast({ text: words['done.sent'] });
      router.push(`/portal/cases/${made.number}`);
    },
  });
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <SentForm
        className="grid min-w-0 gap-4 rounded-md border bg-surface p-4"
        onSend={() => {
          // Files still being uploaded are sent with the case.
          void formFiles
            .arrived()
            .then(() => send({ description, thing, urgency: urgencyOf(urgency), forEmail, about, form }));
        }}
        onInput={forget}
      >
        <Refusal refused={refused} />
        <TextAreaField
          label={words['new.describe']}
          hint={words['new.describe.hint']}
          required
          error={errors.description}
          rows={6}
          value={description}
          onChange={({ target }) => setDescription(target.value)}
        />
        {things.length > 0 && (
          <SelectField
            label={words['new.product']}
            error={errors.thing}
            value={thing}
            onChange={({ target }) => setThing(target.value)}
            placeholder={words['new.product.none']}
            options={things}
          />
        )}
        <HowUrgent value={urgency} onChange={setUrgency} words={words} />
        {forColleagues && (
          <ColleagueField
            label={words['new.for']}
            hint={words['new.for.hint']}
            value={forEmail}
            onChange={setForEmail}
            error={errors.forEmail}
          />
        )}
        <ChooseFiles waiting={formFiles} maxMegabytes={maxMegabytes} words={words} />
        <div className="flex flex-wrap items-center gap-3 border-t pt-4">
          <Button type="submit" variant="primary" className="min-h-11 max-sm:w-full" aria-busy={pending || undefined}>
            {words['new.send']}
          </Button>
          <p className="text-sm text-ink-muted">{words['new.kept']}</p>
        </div>
      </SentForm>
      <KnownIssues described={description} account={account} reader={reader} words={words} />
    </div>
  );
}
