/** The map of offices: Leaflet over our own outlines. The list beside it holds the same. */

import { attachMarkers } from "./find/markers.js";
import { narrow } from "./find/narrow.js";
import { offerTiles } from "./find/tiles.js";
import { attachCities } from "./map/cities.js";
import { name, officeMarker } from "./map/office.js";
import { cityOf } from "./map/wanted.js";
import { readSettings } from "./words.js";

const GYEONGGI = [[36.88, 126.35], [38.3, 127.87]];
const CLOSE = 14;
const NAMES_FROM = 9; // below this zoom the names of cities would lie on each other

/** Draw the map in its element. When anything fails the page says so and the list stays. */
export async function attach([element]) {
  const settings = readSettings(document);
  const data = `${settings.root}data/v1/`;
  const narrowed = narrow(document.querySelector(".mae-map-list"), document.querySelector("[data-map-note]"), settings);
  const asked = new URL(location.href).searchParams.get("office") ?? "";
  try {
    const leaflet = `${settings.root}assets/vendor/leaflet/leaflet`;
    const all = "byCity" in element.dataset ? null : offices(`${data}offices.geojson`);
    const needed = [json(`${data}cities.geojson`), narrowed, all, style(`${leaflet}.css`), script(`${leaflet}.js`)];
    const [cities, only, whole] = await Promise.all(needed);
    const keys = citiesOf([...(only ?? []), asked], cities);
    const features = whole ?? (await officesIn(keys, data));
    draw(element, window.L, cities, { features, only, asked, keys }, settings.root);
  } catch (error) {
    element.querySelector(".mae-map__off").textContent = element.dataset.failed;
  }
}

function draw(element, L, cities, { features, only, asked, keys }, root) {
  const list = new Map([...document.querySelectorAll("[data-office]")].map((item) => [item.dataset.office, item]));
  const words = { ...element.dataset };
  element.replaceChildren();
  element.classList.add("mae-map--on");
  const map = L.map(element, { zoomControl: false, minZoom: 7, maxZoom: 17, zoomSnap: 0.25, maxBounds: [[36.4, 125.6], [38.8, 128.6]], attributionControl: false });
  L.control.zoom({ zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map);
  const outlines = outline(L, cities, "byCity" in words ? { direction: "bottom", offset: [0, 22] } : { direction: "center" }).addTo(map);
  map.on("zoomend", () => element.classList.toggle("mae-map--far", map.getZoom() < NAMES_FROM));
  const wanted = ({ id, geometry }) => geometry && (!only || only.has(id) || id === asked);
  const spot = (feature) => {
    const marker = officeMarker(L, feature, list.get(feature.id), { root, words });
    return { id: feature.id, at: marker.getLatLng(), marker };
  };
  const spots = features.filter(wanted).map(spot);
  if (only && spots.length) map.fitBounds(spots.map(({ at }) => at), { padding: [50, 50], maxZoom: CLOSE });
  else map.fitBounds(GYEONGGI);
  attachMarkers(L, map, spots, { close: CLOSE, name, label: words.cluster });
  const bring = async (fresh) => {
    const came = await officesIn(fresh, `${root}data/v1/`).catch(() => null);
    document.querySelector("[data-map-said]").textContent = came ? "" : words.failed;
    spots.push(...(came ?? []).filter(wanted).map(spot));
    map.fire("zoomend"); // markers are grouped anew after a zoom, and so now that there are more of them
    return came !== null;
  };
  if ("byCity" in words && !only) {
    const waiting = outlines.getLayers().map(cityOnMap).filter(({ key }) => !keys.includes(key));
    attachCities(L, map, waiting, { bring, name, labels: { one: words.city, several: words.cluster } });
  }
  offerTiles(L, map, document.querySelector("[data-map-tiles]"));
  const deep = spots.find(({ id }) => id === asked);
  if (deep) {
    map.setView(deep.at, CLOSE, { animate: false });
    deep.marker.openPopup();
  }
}

function outline(L, cities, at) {
  const label = { permanent: true, className: "mae-city-name", interactive: false, ...at };
  return L.geoJSON(cities, {
    interactive: false,
    style: { className: "mae-outline-shape", weight: 1.5, fillOpacity: 1 },
    onEachFeature: (feature, layer) => layer.bindTooltip(feature.properties.name, label),
  });
}

function cityOnMap(layer) {
  const { id, properties } = layer.feature;
  return { key: id, name: properties.name, count: properties.offices, at: layer.getCenter(), bounds: layer.getBounds() };
}

/** The keys of the cities that the offices of these ids are in. */
function citiesOf(ids, cities) {
  const keys = cities.features.map(({ id }) => id);
  return [...new Set(ids.map((id) => cityOf(id, keys)).filter(Boolean))];
}

async function officesIn(keys, data) {
  return (await Promise.all(keys.map((key) => offices(`${data}offices/${key}.geojson`)))).flat();
}

async function offices(address) {
  return (await json(address)).features;
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
