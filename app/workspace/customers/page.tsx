import { notFound, redirect } from 'next/navigation';
import { customerListsOf } from '#lib/customer/lists.ts';
import { requireActor } from '#lib/session/current-actor.ts';

export default async function CustomersPage() {
  const [first] = customerListsOf(await requireActor());
  if (!first) notFound();
  redirect(`/workspace/customers/${first}`);
}
