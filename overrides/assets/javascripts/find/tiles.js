/** A map of streets from an outside server, asked for by a button that says so; only where a host has been named. */

const FARTHEST = 17;

/** Show the button; pressed, it lays the tiles under the outlines and tells whose they are. */
export function offerTiles(L, map, box) {
  if (!box) return;
  const button = box.querySelector("button");
  const note = box.querySelector("[data-part=note]");
  box.hidden = false;
  button.addEventListener("click", () => {
    L.tileLayer(box.dataset.url, { maxZoom: FARTHEST }).addTo(map);
    map.getContainer().classList.add("mae-map--tiles");
    button.hidden = true;
    note.textContent = note.dataset.attribution;
  });
}
