import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AuthPage } from '#components/auth/auth-page.tsx';
import { LoginForm } from '#components/auth/login-form.tsx';
import { Banner } from '#components/ui/banner.tsx';
import { UnsentTexts } from '#components/ui/kept/unsent-texts.tsx';
import { signInAction } from '#lib/session/actions.ts';
import { currentActor } from '#lib/session/current-actor.ts';
import { demoAccounts } from '#lib/session/demo-accounts.ts';
import { DEMO_PASSWORD } from '#lib/session/demo-password.ts';
import { pathFor } from '#lib/session/path-for.ts';
import { ownPath } from '#lib/session/rules/own-path.ts';

export const metadata: Metadata = { title: 'Sign in' };

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** Why somebody who was signed in stands here. */
const reasons: Record<string, string> = {
  password: 'Your password was changed. Sign in with the new one.',
  everywhere: 'You were signed out everywhere.',
};

export default async function LoginPage({ searchParams }: { searchParams: SearchParams }) {
  const { from, because } = await searchParams;
  const path = ownPath(typeof from === 'string' ? from : null);
  const actor = await currentActor();
  if (actor) redirect(pathFor(actor, path));

  const why = String(because);
  const reason = Object.hasOwn(reasons, why) ? reasons[why] : null;
  const accounts = await demoAccounts();
  return (
    <AuthPage title="Sign in">
      {reason && (
        <Banner tone="info" className="mb-4">
          {reason}
        </Banner>
      )}
      <LoginForm
        action={signInAction}
        from={path}
        demoAccounts={accounts.map((account) => ({ ...account, password: DEMO_PASSWORD }))}
      />
      <UnsentTexts />
    </AuthPage>
  );
}
