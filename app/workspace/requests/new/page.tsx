import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { NewRequest } from '#components/request/new-request.tsx';
import { creatableKinds } from '#lib/new-record/form.ts';
import { requireActor } from '#lib/session/current-actor.ts';

export const metadata: Metadata = { title: 'New request' };

export default async function NewRequestPage() {
  const actor = await requireActor();
  if (!creatableKinds(actor).includes('request')) notFound();
  return <NewRequest requestedFor={{ id: actor.id, label: actor.name }} />;
}
