/** The markers of the map: each a button; those too close to press apart are one button with their number. */

import { fill } from "../words.js";
import { clusters } from "./clusters.js";

const SIZE = 46; // pixels: the target of 44 and a gap

/**
 * Keeps the markers of `spots` `{at, marker}` on the map, grouped anew at each zoom below `close`. `name(marker, text)`
 * makes a button of a marker, `label` is the name of one that stands for several.
 */
export function attachMarkers(L, map, spots, { close, name, label }) {
  let groups = [];
  const show = () => {
    const points = spots.map((spot) => ({ ...map.project(spot.at, map.getZoom()), spot }));
    const found = clusters(points, map.getZoom() < close ? SIZE : 0);
    const single = new Set(found.filter(({ items }) => items.length === 1).map(({ items }) => items[0].spot.marker));
    for (const { marker } of groups) marker.remove();
    for (const { marker } of spots) if (!single.has(marker)) marker.remove();
    for (const marker of single) if (!map.hasLayer(marker)) marker.addTo(map);
    groups = found.filter(({ items }) => items.length > 1).map(({ items }) => group(items.map(({ spot }) => spot)));
  };
  const group = (inside) => {
    const html = document.createElement("span");
    html.textContent = inside.length;
    const icon = L.divIcon({ className: "mae-cluster", iconSize: [44, 44], html });
    const marker = L.marker(inside[0].at, { icon, keyboard: true, alt: "" }).addTo(map);
    name(marker, fill(label, { count: inside.length }));
    marker.on("click", () => enter(inside));
    marker.on("keydown", ({ originalEvent: event }) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      enter(inside);
    });
    return { marker, inside };
  };
  const enter = (inside) => {
    const bounds = L.latLngBounds(inside.map(({ at }) => at));
    const zoom = Math.max(map.getZoom() + 1, Math.min(close, map.getBoundsZoom(bounds, false, L.point(60, 60))));
    map.setView(bounds.getCenter(), zoom, { animate: false });
    const holder = groups.find((one) => one.inside.includes(inside[0]))?.marker ?? inside[0].marker;
    holder.getElement().focus({ preventScroll: true });
  };
  show();
  map.on("zoomend", show);
}
