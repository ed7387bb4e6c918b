import { mailDomain } from '#lib/platform/env.ts';
import { type PropertyName, type PropertyValue, properties } from './properties.ts';

/** ADM-1 · What a property is before anybody has set it: some are made of the address that people open. */
export function firstValueOf(name: PropertyName): PropertyValue {
  if (name === 'mail.from') return `support@${mailDomain()}`;
  if (name === 'mail.reply_domain') return mailDomain();
  return properties[name].default;
}
