interface RichTextProps {
  html: string;
  as?: 'div' | 'article';
  className?: string;
}

/** What the server has made of a text: a subset of Markdown, sanitised (REC-1). */
export function RichText({ html, as: Tag = 'div', className = 'prose' }: RichTextProps) {
  return <Tag className={className} dangerouslySetInnerHTML={{ __html: html }} />;
}
