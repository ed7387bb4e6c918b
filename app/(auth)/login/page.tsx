import { redirect } from 'next/navigation';
import { AuthPage } from '#components/auth/auth-page.tsx';
import { LoginForm } from '#components/auth/login-form.tsx';
import { Banner } from '#components/ui/banner.tsx';
import { UnsentDrafts } from '#components/ui/drafts/unsent-drafts.tsx';
import { currentActor } from '#lib/session/current-actor.ts';
import { DEMO_PASSWORD } from '#lib/session/demo-password.ts';
import { pageLanguage } from '#lib/session/page-language.ts';
import { pathFor } from '#lib/session/path-for.ts';
import { ownPath } from '#lib/session/rules/own-path.ts';
import { signInAction } from '#lib/sign-in/actions.ts';
import { demoAccounts } from '#lib/sign-in/demo-accounts.ts';
import { pick, wordsIn } from '#lib/words/words.ts';

export const generateMetadata = async () => ({ title: wordsIn(await pageLanguage())('sign-in.title') });

/** Why a user who was signed in is back at the sign-in page. */
const reasons = ['password', 'everywhere'] as const;

export default async function LoginPage({ searchParams }: PageProps<'/login'>) {
  const { from, because } = await searchParams;
  const path = ownPath(typeof from === 'string' ? from : null);
  const actor = await currentActor();
  if (actor) redirect(pathFor(actor, path));

  const say = wordsIn(await pageLanguage());
  const reason = reasons.find((each) => each === because);
  const accounts = await demoAccounts();
  return (
    <AuthPage title={say('sign-in.title')}>
      {reason && (
        <Banner tone="info" className="mb-4">
          {say(`sign-in.because.${reason}`)}
        </Banner>
      )}
      <LoginForm
        action={signInAction}
        from={path}
        words={pick(say, ['sign-in.title', 'sign-in.email', 'sign-in.password', 'sign-in.forgot'])}
        demoAccounts={accounts.map((account) => ({ ...account, password: DEMO_PASSWORD }))}
      />
      <UnsentDrafts words={pick(say, ['sign-in.unsent', 'sign-in.unsent.discard'])} />
    </AuthPage>
  );
}
