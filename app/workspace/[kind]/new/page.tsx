import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { NewRecord } from '#components/new-record/new-record.tsx';
import { DraftScope } from '#components/ui/drafts/draft-scope.tsx';
import { linksAtCreation, newForms } from '#lib/new-record/form.ts';
import { reactiveCaseForm } from '#lib/new-record/queries/reactive-case-form.ts';
import { ReactiveCase } from '#lib/new-record/reactive-case.ts';
import { db } from '#lib/platform/db.ts';
import { kindOfPath, taskKinds } from '#lib/record/kind.ts';
import { requireActor } from '#lib/session/current-actor.ts';
import { readSettings } from '#lib/settings/settings.ts';

type Props = PageProps<'/workspace/[kind]/new'>;

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const kind = kindOfPath((await params).kind);
  return kind ? { title: `New ${taskKinds[kind].label.toLowerCase()}` } : {};
}

export default async function NewRecordPage({ params, searchParams }: Props) {
  const [actor, { kind: path }, query] = await Promise.all([requireActor(), params, searchParams]);
  const kind = kindOfPath(path);
  const settings = await readSettings(db());
  const forms = newForms(actor, settings);
  const first = forms.find((form) => form.kind === kind);
  if (!first) notFound();
  const reactive = ReactiveCase.safeParse(query).data;
  const reactiveForm = reactive && first.kind === 'case' ? await reactiveCaseForm(actor, settings, reactive) : null;
  if (reactive && !reactiveForm) notFound();
  const whom = reactiveForm ? ` ${Object.values(reactive ?? {}).join(' ')}` : '';
  return (
    <DraftScope scope={`new ${first.kind}${whom}`}>
      <NewRecord
        key={`${first.kind}${whom}`}
        first={first}
        forms={forms}
        relatable={linksAtCreation(actor, settings)}
        begun={reactiveForm}
      />
    </DraftScope>
  );
}
