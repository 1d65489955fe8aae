/** In the page that is measured: from a key's own time to the frame that drew the last thing to be seen of what it brought. */

const QUIET_MS = 40; // when nothing has changed for so long, nothing more comes

const watched = {
  /** The box emptied, as a key would, and all of it drawn. */
  empty: async () => {
    const box = document.querySelector("#mae-q");
    box.value = "";
    watched.begin();
    box.dispatchEvent(new Event("input", { bubbles: true }));
    await watched.painted();
  },
  /** From now on nothing answers a key. */
  quiet: () => window.addEventListener("input", (event) => event.stopImmediatePropagation(), { capture: true }),
  begin: () => {
    watched.key = performance.now();
    watched.frames = [];
  },
  /** Milliseconds from the key to the last frame that changed something in view. */
  painted: async () => {
    while (!isQuiet()) await new Promise((done) => setTimeout(done, QUIET_MS / 4));
    const last = watched.frames.findLast(({ changed }) => changed.some(isInView)) ?? watched.frames[0];
    return last.drawn - watched.key;
  },
};

function isQuiet() {
  const last = watched.frames.at(-1);
  return last?.drawn > 0 && performance.now() - last.drawn > QUIET_MS;
}

const { port1, port2 } = new MessageChannel();
port1.onmessage = () => (watched.frames.at(-1).drawn = performance.now());

/** Note what the next frame changes, and the first moment after it. */
function inNextFrame(changed) {
  const last = watched.frames.at(-1);
  if (last && !last.begun) return last.changed.push(...changed);
  const frame = { changed: [...changed], begun: false, drawn: 0 };
  watched.frames.push(frame);
  requestAnimationFrame(() => {
    frame.begun = true;
    port2.postMessage(null);
  });
}

function isInView(node) {
  const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
  const box = element?.getBoundingClientRect();
  return Boolean(box?.height) && box.top < innerHeight && box.bottom > 0;
}

window.addEventListener("keydown", (event) => (watched.key = event.timeStamp), { capture: true });
window.addEventListener("input", () => inNextFrame([]), { capture: true });
window.addEventListener("DOMContentLoaded", () => {
  const changes = new MutationObserver((records) => {
    inNextFrame(records.map(({ addedNodes, target }) => addedNodes[0] ?? target));
  });
  const parts = document.querySelectorAll("#mae-options, [role=status], [data-maeul=results], [data-finder-list]");
  const what = { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ["hidden"] };
  for (const part of parts) changes.observe(part, what);
});
globalThis.watched = watched;
