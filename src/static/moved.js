// An old address keeps what stands behind its ? and its #, which a forward without script would drop.
const to = document.currentScript?.dataset.to;
if (to) location.replace(to + location.search + location.hash);
