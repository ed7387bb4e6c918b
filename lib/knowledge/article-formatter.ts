import { type AuditFormatter, plainText } from '#lib/audit/formatter.ts';
import { isJsonObject } from '#lib/platform/json.ts';

/** ADM-12 · An article in the audit log; its text is in the article itself. */
export const articleFormatter: AuditFormatter = {
  label: 'Article written',
  value(article) {
    if (!isJsonObject(article)) return plainText(article);
    const { title = '', readers = '', published } = article;
    return `${JSON.stringify(title)}, ${plainText(readers)}, ${published === true ? 'published' : 'draft'}`;
  },
};
