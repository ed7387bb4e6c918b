import { PasswordLinkPage } from '#components/auth/password-link-page.tsx';
import { linkOf } from '#lib/session/one-time-token.ts';
import { pageLanguage } from '#lib/session/page-language.ts';
import { wordsIn } from '#lib/words/words.ts';

// The link is a secret: no other page receives it as the referrer.
export const generateMetadata = async () => ({
  title: wordsIn(await pageLanguage())('link.invitation.title'),
  referrer: 'no-referrer' as const,
});

export default async function InvitationPage({ searchParams }: PageProps<'/invitation'>) {
  const link = await linkOf('invitation', (await searchParams).token);
  return <PasswordLinkPage purpose="invitation" link={link} say={wordsIn(await pageLanguage())} />;
}
