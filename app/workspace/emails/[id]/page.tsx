import type { Metadata } from 'next';
import { pathOfNumber } from '#lib/record/kind.ts';
import { TaskNumber } from '#lib/record/schema.ts';
import { requireActor } from '#lib/session/current-actor.ts';
import { MailView } from '../../mail-view.tsx';

export const metadata: Metadata = { title: 'Email' };

/** MAIL-4 · An email that was opened from a record, with a link back to the record. */
export default async function MailOfRecordPage({ params, searchParams }: PageProps<'/workspace/emails/[id]'>) {
  const actor = await requireActor();
  const [{ id }, { from }] = [await params, await searchParams];
  const number = TaskNumber.safeParse(from).data;
  const back = number ? { href: pathOfNumber(number), label: number } : { href: '/workspace', label: 'Home' };
  return <MailView actor={actor} id={id} back={back} />;
}
