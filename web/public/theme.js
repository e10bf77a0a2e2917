// Runs before the first paint, so that a chosen theme does not flash; a file of its own because the CSP allows no inline script.
(() => {
  try {
    const chosen = localStorage.getItem("archwright.theme");
    if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
  } catch {
    // Storage may be blocked: the system's theme applies.
  }
})();
