// Runs on the page of a help desk when an agent opens the bookmark, as that page's own script: takes what is selected there
// to the agents' page, in a narrow window at the edge of the screen that is used again. bookmarkAddress() fills in PAGE and
// LONGEST.
(() => {
  const selected = (place) => {
    let field = place.activeElement;
    while (field?.shadowRoot?.activeElement) field = field.shadowRoot.activeElement;
    let text = '';
    try {
      // Nobody asks by a password. What has no selection gives nothing, or throws.
      if (field.type !== 'password') text = field.value.slice(field.selectionStart, field.selectionEnd);
    } catch {}
    text ||= String(place.getSelection());
    for (const { contentDocument } of place.querySelectorAll('iframe, frame'))
      text ||= contentDocument ? selected(contentDocument) : '';
    return text;
  };
  // Half a letter cannot be written in an address.
  const text = selected(document)
    .slice(0, LONGEST)
    .replace(/\p{Cs}/gu, '');
  const { availLeft = 0, availTop = 0, availWidth, availHeight } = screen;
  const features = `popup,width=400,height=${availHeight},left=${availLeft + availWidth - 400},top=${availTop}`;
  open(PAGE + encodeURIComponent(text), 'signpost-agents', features)?.focus();
})();
