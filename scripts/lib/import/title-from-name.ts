/** `Payments-and-Invoices` -> `Payments and Invoices`; `getting_started` -> `Getting started`. */
export function titleFromName(name: string): string {
  const words = name.replace(/\.(md|markdown)$/i, '').replace(/[-_]+/g, ' ').replace(/\s+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
