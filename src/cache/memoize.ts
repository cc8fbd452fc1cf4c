/**
 * What `make` gives for an object, made once for as long as the object lives. While writing, an article nobody edited
 * is the same object in the next build, and so is what was made of it. Objects must not be changed afterwards.
 */
export function onceFor<Of extends object, Result>(make: (of: Of) => Result): (of: Of) => Result {
  const known = new WeakMap<Of, { result: Result }>();
  return (of) => {
    const before = known.get(of);
    if (before) return before.result;
    const result = make(of);
    known.set(of, { result });
    return result;
  };
}
