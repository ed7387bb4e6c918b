import { mailDomain } from '#lib/platform/env.ts';
import { type PropertyName, type PropertyValue, properties } from './properties.ts';

/** ADM-1 · A property's value until it is set. Some derive from the site's address. */
export function firstValueOf(name: PropertyName): PropertyValue {
  if (name === 'mail.from') return `support@${mailDomain()}`;
  if (name === 'mail.reply_domain') return mailDomain();
  return properties[name].default;
}
