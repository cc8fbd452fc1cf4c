/** As a shell has it: Vitest's workers say in theirs that this is no production, and pages would be built as while writing. */
export function buildEnvironment(content: string, folder: string): NodeJS.ProcessEnv {
  const { DEV: _dev, PROD: _prod, MODE: _mode, SSR: _ssr, BASE_URL: _base, ...env } = process.env;
  return { ...env, SIGNPOST_CONTENT: content, SIGNPOST_OUT: folder };
}
