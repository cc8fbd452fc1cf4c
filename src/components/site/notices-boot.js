// Stands right behind the notices: those that are over, not due yet or closed before are hidden before anything is painted.
{
  let closed = '';
  try {
    closed = localStorage.getItem('signpost:closed-notices') ?? '';
  } catch {
    // Storage may be forbidden; then none stays closed.
  }
  const now = Date.now();
  const place = document.currentScript.previousElementSibling;
  for (const notice of place.children) {
    const { notice: key, from = 0, until = Infinity } = notice.dataset;
    notice.hidden = from > now || until <= now || closed.split(' ').includes(key);
  }
  place.hidden = [...place.children].every(({ hidden }) => hidden);
}
