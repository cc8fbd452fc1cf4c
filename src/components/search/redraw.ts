/**
 * Makes an element hold these children and leaves in place what is there already: from one key to the next most rows
 * stay, and a row that is not touched is neither laid out nor painted again.
 */
export function redraw(place: Element, children: readonly Element[]): void {
  const before = [...place.children];
  for (const left of before.slice(children.length)) left.remove();
  children.forEach((child, index) => {
    const old = before[index];
    if (old === undefined) place.append(child);
    else if (!old.isEqualNode(child)) replace(old, child);
  });
}

/** Groups of the same name and number of rows differ in single rows only. */
function replace(old: Element, child: Element): void {
  const within = child.getAttribute('role') === 'group' && old.children.length === child.children.length && old.cloneNode().isEqualNode(child.cloneNode());
  if (within) redraw(old, [...child.children]);
  else old.replaceWith(child);
}
