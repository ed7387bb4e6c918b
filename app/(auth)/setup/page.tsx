import type { Metadata } from 'next';
import { AuthPage } from '#components/auth/auth-page.tsx';
import { SetUpForm } from '#components/auth/set-up-form.tsx';
import { Banner } from '#components/ui/banner.tsx';
import { TextLink } from '#components/ui/link.tsx';
import { isSetUpToken } from '#lib/session/set-up-token.ts';
import { setUpAction } from '#lib/sign-in/actions.ts';

// The link is a secret: no other page receives it as the referrer.
export const metadata: Metadata = { title: 'Set up', referrer: 'no-referrer' };

export default async function SetUpPage({ searchParams }: PageProps<'/setup'>) {
  const { token } = await searchParams;
  const usable = typeof token === 'string' && (await isSetUpToken(token));
  return (
    <AuthPage title="First administrator">
      {usable ? (
        <SetUpForm action={setUpAction} token={token} />
      ) : (
        <Banner tone="error" title="This link has been used or has expired.">
          Restart the server to get a new one, or <TextLink href="/login">sign in</TextLink>.
        </Banner>
      )}
    </AuthPage>
  );
}
