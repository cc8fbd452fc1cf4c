/** An image can be shown when its name ends so. */
export const imageName = /\.(png|jpe?g|gif|webp|avif|svg)$/i;

/** Files that people download rather than look at. */
export const attachmentName =
  /\.(pdf|zip|7z|rar|gz|docx?|xlsx?|pptx?|od[tsp]|rtf|csv|tsv|txt|epub|stl|step|dxf|dwg|mp[34]|webm|vtt|mov|wav|apk|dmg|exe|msi|bin|hex|json|xml|ics|vcf)$/i;

/** Whether a link of the old help center leads to a file that belongs to it. */
export function isAttachment(url: string, origin: string | undefined): boolean {
  const [, host = '', path = ''] = /^(?:(?:https?:)?\/\/([^/?#]+))?([^?#]*)/i.exec(url) ?? [];
  if (/\/article_attachments\//.test(path)) return true;
  const own =
    host === ''
      ? path.startsWith('/')
      : origin !== undefined && URL.canParse(origin) && host.toLowerCase() === new URL(origin).host;
  return own && attachmentName.test(path);
}
