/** An office on the map: a button with its name, and what opens when it is pressed. */

import { fill } from "../words.js";

const BESIDE_ZOOM = [60, 10]; // pixels: a popup does not lie under the buttons of the zoom

/** A marker for the office of a GeoJSON feature. `item` is its entry in the list beside the map, when there is one. */
export function officeMarker(L, feature, item, { root, words }) {
  const [lon, lat] = feature.geometry.coordinates;
  const marker = L.marker([lat, lon], {
    alt: feature.properties.name,
    keyboard: true,
    icon: L.divIcon({ className: `mae-marker mae-marker--${feature.properties.precision}`, iconSize: [44, 44] }),
  });
  marker.on("add", () => name(marker, feature.properties.name));
  marker.bindPopup(() => popup(feature, item, root, words.open), { minWidth: 220, autoPanPaddingTopLeft: BESIDE_ZOOM });
  keepFocus(marker, words.close);
  return marker;
}

/** A marker is a button with a name. */
export function name(marker, text) {
  const button = marker.getElement();
  button.setAttribute("role", "button");
  button.setAttribute("aria-label", text);
}

/** Into the popup when it opens, back to its marker when it closes, by Escape too: Leaflet does none of it. */
function keepFocus(marker, closeWord) {
  marker.on("popupopen", ({ popup: opened }) => {
    const close = opened.getElement().querySelector(".leaflet-popup-close-button");
    close.setAttribute("aria-label", closeWord);
    opened.getElement().querySelector("a[data-first]").focus({ preventScroll: true });
    opened.getElement().onkeydown = (event) => {
      if (event.key === "Escape") marker.closePopup();
    };
  });
  marker.on("popupclose", () => marker.getElement()?.focus({ preventScroll: true }));
}

function popup(feature, item, root, open) {
  const box = document.createElement("div");
  const link = document.createElement("a");
  link.href = `${root}offices/${feature.id}/`;
  link.dataset.first = "";
  link.textContent = feature.properties.name;
  link.setAttribute("aria-label", fill(open, { name: feature.properties.name }));
  const title = document.createElement("p");
  title.append(link);
  box.append(title);
  for (const part of item?.querySelectorAll(".mae-state, .mae-small") ?? []) {
    const line = document.createElement("p");
    line.append(part.cloneNode(true));
    box.append(line);
  }
  if (feature.properties.phone) {
    const call = document.createElement("a");
    call.href = `tel:${feature.properties.phone.replaceAll("-", "")}`;
    call.textContent = feature.properties.phone;
    const line = document.createElement("p");
    line.append(call);
    box.append(line);
  }
  return box;
}
