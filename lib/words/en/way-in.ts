import type { Message } from '../message.ts';

/** Texts for sign-in, a forgotten password, an invitation, and password rules. */
export const wayIn = {
  'sign-in.title': 'Sign in',
  'sign-in.email': 'Email',
  'sign-in.password': 'Password',
  'sign-in.forgot': 'Forgot your password?',
  'sign-in.back': 'Back to sign-in',
  'sign-in.because.password': 'Your password was changed. Sign in with the new one.',
  'sign-in.because.everywhere': 'You were signed out everywhere.',
  'sign-in.wrong': 'Email or password is wrong.',
  'sign-in.blocked': 'Too many attempts. Try again in {minutes} minutes.',
  'sign-in.busy': 'Too many people are signing in right now. Try again in a few seconds.',
  'sign-in.unsent': 'Texts that were not sent stay in this browser for 30 days.',
  'sign-in.unsent.discard': 'Discard them',
  'forgot.about': 'We send you a link to choose a new password.',
  'forgot.send': 'Send the link',
  'forgot.sent': 'Check your email.',
  'forgot.sent.about':
    'If there is an account with the address {address}, a link for a new password is on its way. It works once, within one hour.',
  'link.reset.title': 'Choose a new password',
  'link.invitation.title': 'Choose a password',
  'link.used': 'This link has been used or has expired.',
  'link.again': 'Ask for a new link',
  'link.invited': 'Ask the person who invited you for a new invitation.',
  'link.repeat': 'Repeat the new password',
  'link.enter': 'Save and sign in',
  'password.short': 'Choose a password of at least {least} characters.',
  'password.long': 'Choose a password of at most {most} characters.',
  'password.email': 'Choose a password that does not contain your email address.',
  'password.demonstration': 'Choose another password than that of the demonstration.',
  'password.current': 'Choose another password than the current one.',
  'password.common':
    'This password is easy to guess: choose one that is more than common words, rows of keys and names.',
} as const satisfies Record<string, Message>;
