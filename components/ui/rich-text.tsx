interface RichTextProps {
  html: string;
  as?: 'div' | 'article';
  className?: string;
}

/** HTML that the server rendered from a subset of Markdown and sanitised (REC-1). */
export function RichText({ html, as: Tag = 'div', className = 'prose' }: RichTextProps) {
  return <Tag className={className} dangerouslySetInnerHTML={{ __html: html }} />;
}
