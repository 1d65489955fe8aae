/** Points too close together to press apart, as groups. */

/**
 * Groups `{x, y, items}` of points `{x, y}`, each where its first point is: no two groups are closer than `size` in both
 * directions. With a size of 0 every point is a group of its own.
 */
export function clusters(points, size) {
  if (!(size > 0)) return points.map((point) => ({ x: point.x, y: point.y, items: [point] }));
  const cells = new Map();
  const groups = [];
  const cell = (value) => Math.floor(value / size);
  const near = (a, b) => Math.abs(a.x - b.x) < size && Math.abs(a.y - b.y) < size;
  for (const point of points) {
    const around = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].flatMap((dy) => cells.get(`${cell(point.x) + dx} ${cell(point.y) + dy}`) ?? []));
    const group = around.find((one) => near(one, point));
    if (group) {
      group.items.push(point);
      continue;
    }
    const fresh = { x: point.x, y: point.y, items: [point] };
    groups.push(fresh);
    const key = `${cell(point.x)} ${cell(point.y)}`;
    cells.set(key, [...(cells.get(key) ?? []), fresh]);
  }
  return groups;
}
