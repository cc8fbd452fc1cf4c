/**
 * Code that only some questions need, imported by the first of them. Browsers settle each `import()` in a task of its own, even
 * that of a module they have, and draw a frame before it: what a key found would be seen a frame later. A promise that has been
 * kept goes on within the same task. What failed is not kept.
 */
export function loadOnce<Module>(load: () => Promise<Module>): () => Promise<Module> {
  let loading: Promise<Module> | undefined;
  return () => {
    if (!loading) {
      loading = load();
      loading.catch(() => {
        loading = undefined;
      });
    }
    return loading;
  };
}
