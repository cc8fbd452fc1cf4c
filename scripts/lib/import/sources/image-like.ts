/** True for files that articles may show or offer. */
export function imageLike(file: string): boolean {
  return /\.(png|jpe?g|gif|webp|avif|svg|pdf|zip|csv|docx?|xlsx?|pptx?|txt|mp4|webm)$/i.test(file);
}
