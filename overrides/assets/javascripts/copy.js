/** Buttons that copy an address, and say so. */

/** Show the buttons where the browser can copy. */
export function attach(elements) {
  if (!navigator.clipboard) return;
  for (const button of elements) {
    button.hidden = false;
    const label = button.querySelector("span");
    label.setAttribute("role", "status");
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      label.textContent = button.dataset.done;
    });
  }
}
