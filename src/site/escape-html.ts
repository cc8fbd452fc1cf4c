/** Text as HTML or XML shows it, also within an attribute in double quotes. */
export function escapeHtml(text: string): string {
  return escapeHtmlText(text).replaceAll('"', '&quot;');
}

/** Text as HTML shows it between elements; quotation marks stay as they are. */
export function escapeHtmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
