/**
 * The same function, which does the work once for each list of arguments. Results of objects are kept for as long as
 * these live, and found by identity: in the dev server an article that nobody edited is the same object in the next
 * build, and so is everything derived from it. Objects must not be changed afterwards. Put an object first where there is one: what
 * was made of strings and numbers alone is never forgotten.
 * @param parameters How many arguments tell results apart: those that `make` names (`map` passes more), or Infinity for
 * a function of a whole list.
 */
export function memoize<Arguments extends readonly unknown[], Result>(
  make: (...of: Arguments) => Result,
  parameters = make.length,
): (...of: Arguments) => Result {
  const root: Node<Result> = {};
  return (...of) => {
    const node = of.slice(0, parameters).reduce(childOf<Result>, root);
    node.made ??= { result: make(...of) };
    return node.made.result;
  };
}

/** Where a list of arguments has led so far; the next argument leads on. */
interface Node<Result> {
  made?: { result: Result };
  objects?: WeakMap<object, Node<Result>>;
  primitives?: Map<unknown, Node<Result>>;
}

function childOf<Result>(node: Node<Result>, argument: unknown): Node<Result> {
  const isObject = (typeof argument === 'object' && argument !== null) || typeof argument === 'function';
  const before = isObject ? node.objects?.get(argument) : node.primitives?.get(argument);
  if (before) return before;
  const child: Node<Result> = {};
  if (isObject) (node.objects ??= new WeakMap()).set(argument, child);
  else (node.primitives ??= new Map()).set(argument, child);
  return child;
}
