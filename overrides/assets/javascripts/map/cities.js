/** Cities whose offices are not on the map yet: a button each with the number of offices, which brings them. */

import { clusters } from "../find/clusters.js";
import { fill } from "../words.js";
import { CLOSE_TO_CITIES, closeTo } from "./wanted.js";

const SIZE = 46; // pixels: the target of 44 and a gap

/**
 * Shows the `cities` `{key, name, count, at, bounds}`. `bring(keys)` puts their offices on the map; it is asked once for a city
 * that the visitor picks or comes close to, and again when it failed. `name(marker, text)` makes a button of a marker,
 * `labels` are the names of a button for one city and for several.
 */
export function attachCities(L, map, cities, { bring, name, labels }) {
  const waiting = new Map(cities.filter(({ count }) => count > 0).map((city) => [city.key, city]));
  const asked = new Set();
  let buttons = [];
  const show = () => {
    for (const button of buttons) button.remove();
    const points = [...waiting.values()].map((city) => ({ ...map.project(city.at, map.getZoom()), city }));
    buttons = clusters(points, SIZE).map(({ items }) => button(items.map(({ city }) => city)));
  };
  const button = (group) => {
    const count = group.reduce((sum, city) => sum + city.count, 0);
    const html = document.createElement("span");
    html.textContent = count;
    const icon = L.divIcon({ className: "mae-cluster mae-cluster--city", iconSize: [44, 44], html });
    const marker = L.marker(group[0].at, { icon, keyboard: true, alt: "" }).addTo(map);
    name(marker, group.length === 1 ? fill(labels.one, { name: group[0].name, count }) : fill(labels.several, { count }));
    marker.on("click", () => enter(group));
    marker.on("keydown", ({ originalEvent: event }) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      enter(group);
    });
    return marker;
  };
  const enter = (group) => {
    const bounds = L.latLngBounds([]);
    for (const city of group) bounds.extend(city.bounds);
    map.fitBounds(bounds, { animate: false, maxZoom: CLOSE_TO_CITIES - 0.25 });
    map.getContainer().focus({ preventScroll: true }); // the button that had it is gone
    if (group.length === 1) want([group[0].key]);
  };
  const want = async (keys) => {
    const fresh = keys.filter((key) => waiting.has(key) && !asked.has(key));
    if (!fresh.length) return;
    for (const key of fresh) asked.add(key);
    if (await bring(fresh)) for (const key of fresh) waiting.delete(key);
    for (const key of fresh) asked.delete(key);
    show();
  };
  show();
  map.on("zoomend", show);
  map.on("moveend", () => want(closeTo([...waiting.values()], map.getBounds(), map.getZoom())));
}
