import { PasswordLinkPage } from '#components/auth/password-link-page.tsx';
import { linkOf } from '#lib/session/one-time-token.ts';
import { pageLanguage } from '#lib/session/page-language.ts';
import { wordsIn } from '#lib/words/words.ts';

// The link is a secret: no other page receives it as the referrer.
export const generateMetadata = async () => ({
  title: wordsIn(await pageLanguage())('link.reset.title'),
  referrer: 'no-referrer' as const,
});

export default async function ResetPage({ searchParams }: PageProps<'/reset'>) {
  const link = await linkOf('reset', (await searchParams).token);
  return <PasswordLinkPage purpose="reset" link={link} say={wordsIn(await pageLanguage())} />;
}
