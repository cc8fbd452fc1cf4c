/** In the widget's frame, Escape closes the widget unless it had something nearer to close. */
if (parent !== window) {
  document.addEventListener('keydown', (event) => {
    // The message says nothing but "close", so any page around may hear it.
    if (event.key === 'Escape' && !event.defaultPrevented) parent.postMessage({ signpost: 'close' }, '*');
  });
}
