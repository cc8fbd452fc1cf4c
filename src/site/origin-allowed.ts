/** Whether `origin` is among those of site.yaml; `https://*.example.com` stands for every host below example.com. */
export function originAllowed(origin: string, allowed: readonly string[]): boolean {
  return allowed.some((one) => {
    const [scheme, rest] = one.split('://*.');
    return rest === undefined ? one === origin : origin.startsWith(`${scheme}://`) && origin.endsWith(`.${rest}`);
  });
}
