/** Buttons that print the page; without scripts the page says how else. */

/** Show the buttons. */
export function attach(elements) {
  for (const button of elements) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
}
