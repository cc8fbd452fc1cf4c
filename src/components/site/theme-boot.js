// Runs before the first paint: the reader's choice of colours, and the sign that scripts run.
{
  const root = document.documentElement;
  root.dataset.js = '';
  try {
    const theme = localStorage.getItem('signpost:theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  } catch {
    // Storage may be forbidden; then the device's scheme holds.
  }
}
