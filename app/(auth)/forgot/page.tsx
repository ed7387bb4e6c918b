import { AuthPage } from '#components/auth/auth-page.tsx';
import { ForgotForm } from '#components/auth/forgot-form.tsx';
import { pageLanguage } from '#lib/session/page-language.ts';
import { forgotPasswordAction } from '#lib/sign-in/actions.ts';
import { pick, wordsIn } from '#lib/words/words.ts';

export const generateMetadata = async () => ({ title: wordsIn(await pageLanguage())('sign-in.forgot') });

export default async function ForgotPage() {
  const say = wordsIn(await pageLanguage());
  const words = pick(say, [
    'sign-in.email',
    'sign-in.back',
    'forgot.about',
    'forgot.send',
    'forgot.sent',
    'forgot.sent.about',
  ]);
  return (
    <AuthPage title={say('sign-in.forgot')}>
      <ForgotForm action={forgotPasswordAction} words={words} />
    </AuthPage>
  );
}
