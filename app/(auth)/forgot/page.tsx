import type { Metadata } from 'next';
import { AuthPage } from '#components/auth/auth-page.tsx';
import { ForgotForm } from '#components/auth/forgot-form.tsx';
import { forgotPasswordAction } from '#lib/session/actions.ts';

export const metadata: Metadata = { title: 'Forgot your password?' };

export default function ForgotPage() {
  return (
    <AuthPage title="Forgot your password?">
      <ForgotForm action={forgotPasswordAction} />
    </AuthPage>
  );
}
