import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { NewRecord } from '#components/new-record/new-record.tsx';
import { KeptTextsAbout } from '#components/ui/kept/kept-texts-about.tsx';
import { newForms, relatableAtOnce } from '#lib/new-record/form.ts';
import { db } from '#lib/platform/db.ts';
import { readSettings } from '#lib/property/settings.ts';
import { requireActor } from '#lib/session/current-actor.ts';
import { kindOfPath, taskKinds } from '#lib/task/kind.ts';

type Props = { params: Promise<{ kind: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const kind = kindOfPath((await params).kind);
  return kind ? { title: `New ${taskKinds[kind].label.toLowerCase()}` } : {};
}

export default async function NewRecordPage({ params }: Props) {
  const [actor, { kind: path }] = await Promise.all([requireActor(), params]);
  const kind = kindOfPath(path);
  const settings = await readSettings(db());
  const forms = newForms(actor, settings);
  const first = forms.find((form) => form.kind === kind);
  if (!first) notFound();
  return (
    <KeptTextsAbout about={`new ${first.kind}`}>
      <NewRecord key={first.kind} first={first} forms={forms} relatable={relatableAtOnce(actor, settings)} />
    </KeptTextsAbout>
  );
}
