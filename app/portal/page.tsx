import type { Metadata } from 'next';
import { AuthPage } from '#components/auth/auth-page.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { signOutAction } from '#lib/session/actions.ts';
import { requireCustomerSession } from '#lib/session/current-actor.ts';

export const metadata: Metadata = { title: 'Portal' };

export default async function PortalPage() {
  const { actor, email } = await requireCustomerSession();
  return (
    <AuthPage title={actor.name}>
      <p className="pb-4 text-ink-muted">You are signed in as {email}.</p>
      <form action={signOutAction}>
        <SubmitButton>Sign out</SubmitButton>
      </form>
    </AuthPage>
  );
}
