// Runs first, where the site lies on a host that sends no headers: there any page could lay the site, invisible, below its
// own buttons. In a frame of a page that site.yaml does not list the page becomes a link that leaves the frame.
if (top !== self) {
  const listed = document.currentScript?.dataset.framers;
  const pattern = listed && new RegExp(listed);
  let origins;
  try {
    // Only a page of the same origin answers.
    if (top.location.href) origins = [];
  } catch {
    origins = location.ancestorOrigins
      ? [...location.ancestorOrigins]
      : document.referrer && [new URL(document.referrer).origin];
  }
  // A page that says nothing of itself, in a browser that does not either, is believed where any may frame the site.
  const allowed = origins
    ? origins.every((origin) => origin === location.origin || pattern?.test(origin))
    : pattern !== undefined;
  if (!allowed) {
    const root = document.documentElement;
    root.hidden = true;
    addEventListener('DOMContentLoaded', () => {
      const link = document.createElement('a');
      link.href = location.href;
      link.target = '_top';
      link.textContent = document.title;
      document.body.replaceChildren(link);
      root.hidden = false;
    });
  }
}
