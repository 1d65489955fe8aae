/** Mends of the theme's own markup that no template block reaches. */

/** Hidden switches of the theme's drawer and search, which this site has not: out of the way of keyboards and readers. */
export function mendTheme(document) {
  for (const toggle of document.querySelectorAll("input.md-toggle")) {
    toggle.removeAttribute("autocomplete");
    toggle.tabIndex = -1;
    toggle.setAttribute("aria-hidden", "true");
  }
}
