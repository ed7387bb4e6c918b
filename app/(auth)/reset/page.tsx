import type { Metadata } from 'next';
import { PasswordLinkPage } from '#components/auth/password-link-page.tsx';
import { linkOf } from '#lib/session/one-time-token.ts';

// The link is a secret: it is told to no other page.
export const metadata: Metadata = { title: 'Choose a new password', referrer: 'no-referrer' };

export default async function ResetPage({ searchParams }: PageProps<'/reset'>) {
  const link = await linkOf('reset', (await searchParams).token);
  return <PasswordLinkPage purpose="reset" link={link} title="Choose a new password" />;
}
