/** The map of offices: Leaflet over our own outlines. The list beside it holds the same. */

import { attachMarkers } from "./find/markers.js";
import { narrow } from "./find/narrow.js";
import { offerTiles } from "./find/tiles.js";
import { fill, readSettings } from "./words.js";

const GYEONGGI = [[36.88, 126.35], [38.3, 127.87]];
const CLOSE = 14;
const NAMES_FROM = 9; // below this zoom the names of cities would lie on each other

/** Draw the map in its element. When anything fails the page says so and the list stays. */
export async function attach([element]) {
  const settings = readSettings(document);
  const { root } = settings;
  const narrowed = narrow(document.querySelector(".mae-map-list"), document.querySelector("[data-map-note]"), settings);
  try {
    await Promise.all([style(`${root}assets/vendor/leaflet/leaflet.css`), script(`${root}assets/vendor/leaflet/leaflet.js`)]);
    const [cities, offices] = await Promise.all([json(`${root}data/v1/cities.geojson`), json(`${root}data/v1/offices.geojson`)]);
    draw(element, window.L, cities, offices, root, await narrowed);
  } catch (error) {
    element.querySelector(".mae-map__off").textContent = element.dataset.failed;
  }
}

function draw(element, L, cities, offices, root, only) {
  const list = new Map([...document.querySelectorAll("[data-office]")].map((item) => [item.dataset.office, item]));
  element.replaceChildren();
  element.classList.add("mae-map--on");
  const map = L.map(element, { zoomControl: false, minZoom: 7, maxZoom: 17, zoomSnap: 0.25, maxBounds: [[36.4, 125.6], [38.8, 128.6]], attributionControl: false });
  L.control.zoom({ zoomInTitle: element.dataset.zoomIn, zoomOutTitle: element.dataset.zoomOut }).addTo(map);
  const label = { permanent: true, direction: "center", className: "mae-city-name", interactive: false };
  L.geoJSON(cities, {
    interactive: false,
    style: { className: "mae-outline-shape", weight: 1.5, fillOpacity: 1 },
    onEachFeature: (feature, layer) => layer.bindTooltip(feature.properties.name, label),
  }).addTo(map);
  const asked = new URL(location.href).searchParams.get("office");
  map.on("zoomend", () => element.classList.toggle("mae-map--far", map.getZoom() < NAMES_FROM));
  const wanted = ({ id, geometry }) => geometry && (!only || only.has(id) || id === asked);
  const spots = offices.features.filter(wanted).map((feature) => {
    const [lon, lat] = feature.geometry.coordinates;
    const marker = L.marker([lat, lon], {
      alt: feature.properties.name,
      keyboard: true,
      icon: L.divIcon({ className: `mae-marker mae-marker--${feature.properties.precision}`, iconSize: [44, 44] }),
    });
    marker.on("add", () => name(marker, feature.properties.name));
    marker.bindPopup(() => popup(element, feature, list.get(feature.id), root), { minWidth: 220 });
    keepFocus(marker, element.dataset.close);
    return { id: feature.id, at: [lat, lon], marker };
  });
  if (only && spots.length) map.fitBounds(spots.map(({ at }) => at), { padding: [50, 50], maxZoom: CLOSE });
  else map.fitBounds(GYEONGGI);
  attachMarkers(L, map, spots, { close: CLOSE, name, label: element.dataset.cluster });
  offerTiles(L, map, document.querySelector("[data-map-tiles]"));
  const deep = spots.find(({ id }) => id === asked);
  if (deep) {
    map.setView(deep.at, CLOSE, { animate: false });
    deep.marker.openPopup();
  }
}

/** A marker is a button with the office's name. */
function name(marker, text) {
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

function popup(element, feature, item, root) {
  const box = document.createElement("div");
  const link = document.createElement("a");
  link.href = `${root}offices/${feature.id}/`;
  link.dataset.first = "";
  link.textContent = feature.properties.name;
  link.setAttribute("aria-label", fill(element.dataset.open, { name: feature.properties.name }));
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

function json(address) {
  return fetch(address).then((response) => (response.ok ? response.json() : Promise.reject(new Error(address))));
}

function style(address) {
  return loaded("link", { rel: "stylesheet", href: address });
}

function script(address) {
  return loaded("script", { src: address });
}

function loaded(tag, attributes) {
  return new Promise((resolve, reject) => {
    const element = Object.assign(document.createElement(tag), attributes);
    element.addEventListener("load", resolve);
    element.addEventListener("error", () => reject(new Error(attributes.src ?? attributes.href)));
    document.head.append(element);
  });
}
