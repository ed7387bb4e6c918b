import { type AuditFormatter, plainText } from '#lib/audit/formatter.ts';
import { isJsonObject } from '#lib/platform/json.ts';

/** ADM-12 · An article in the audit log, without its text, which the article itself has. */
export const articleFormatter: AuditFormatter = {
  label: 'Article written',
  value(article) {
    if (!isJsonObject(article)) return plainText(article);
    const { title = '', readers = '', published } = article;
    return `${JSON.stringify(title)}, ${plainText(readers)}, ${published === true ? 'published' : 'draft'}`;
  },
};
