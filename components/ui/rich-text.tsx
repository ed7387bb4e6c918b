/** What the server has made of a text: a subset of Markdown, sanitised (REC-1). */
export function RichText({ html }: { html: string }) {
  return <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />;
}
