// A redirect keeps what follows the # of its address, which one without a script would drop.
const to = document.currentScript?.dataset.to;
if (to) location.replace(to + location.hash);
