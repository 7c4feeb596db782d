// ==== scrolling.js: the columns follow each other by the alignment; the strips show what is in sight ==================

const EYE = 0.35; // share of a column's height where a reader's eye rests
let leader = null; // the column that the reader moves; null while we move them
let steps = { source: [], target: [] }; // [own pixel, pixel of the counterpart], rising on both sides

const together = find("#together");

/** Counterparts in order are the fixed points; moved ones would make a column run back. */
const rulers = () => {
  for (const side of ["source", "target"]) {
    const other = opposite[side];
    const pairs = [];
    for (const bead of beads.keys()) {
      const [own, there] = [ofSide(bead, side), ofSide(bead, other)];
      if (!own.length || !there.length || own[0].classList.contains("s-moved")) continue;
      const [a, b] = [places.get(own[0]), places.get(there[0])];
      const [c, d] = [places.get(own.at(-1)), places.get(there.at(-1))];
      if (a && b && c && d) pairs.push([a[0], b[0]], [c[1], d[1]]);
    }
    pairs.sort((x, y) => x[0] - y[0]);
    const rising = [[0, 0]];
    for (const pair of pairs) if (pair[0] > rising.at(-1)[0] && pair[1] > rising.at(-1)[1]) rising.push(pair);
    const end = [columns[side].scrollHeight, columns[other].scrollHeight];
    if (end[0] > rising.at(-1)[0]) rising.push([end[0], Math.max(end[1], rising.at(-1)[1])]);
    steps[side] = rising;
  }
};

const across = (side, y) => {
  const ruler = steps[side];
  const next = ruler.findIndex(([own]) => own >= y);
  if (next <= 0) return next < 0 ? ruler.at(-1)?.[1] ?? 0 : 0;
  const [[a, c], [b, d]] = [ruler[next - 1], ruler[next]];
  return c + ((y - a) / (b - a)) * (d - c);
};

const follow = (side) => {
  const [own, other] = [columns[side], columns[opposite[side]]];
  if (side !== leader || together.getAttribute("aria-pressed") !== "true" || !scrolls(own)) return;
  // At the very ends the eye wanders to the edge, so that both columns reach their own ends together.
  const share = own.scrollTop / Math.max(1, own.scrollHeight - own.clientHeight);
  const eye = Math.min(1, Math.max(0, share < 0.1 ? share * 10 * EYE : share > 0.9 ? EYE + (share - 0.9) * 10 * (1 - EYE) : EYE));
  other.scrollTop = across(side, own.scrollTop + own.clientHeight * eye) - other.clientHeight * eye;
};

/** The part of a strip that is in sight. */
const showWindows = () => {
  for (const side of ["source", "target"]) {
    const pane = find(".window", texts[side]);
    const column = columns[side];
    if (!pane || !scrolls(column)) { if (pane) pane.hidden = true; continue; }
    const [from, to] = [column.scrollTop + 8, column.scrollTop + column.clientHeight - 8];
    const inside = ofText[side].filter((sentence) => {
      const place = places.get(sentence);
      return place && place[1] > from && place[0] < to;
    });
    pane.hidden = !inside.length;
    if (!inside.length) continue;
    const [first, last] = [segments.get(inside[0].id), segments.get(inside.at(-1).id)];
    pane.style.left = `${first.offsetLeft - 2}px`;
    pane.style.width = `${last.offsetLeft + last.offsetWidth - first.offsetLeft + 4}px`;
  }
};
const showWindowsSoon = throttled(showWindows);

for (const side of ["source", "target"]) {
  const column = columns[side];
  for (const moved of ["wheel", "touchmove", "pointerdown", "keydown"]) {
    column.addEventListener(moved, () => { leader = side; }, { passive: true });
  }
  column.addEventListener("scroll", () => {
    follow(side);
    emit("scrolled");
    emit("place");
  }, { passive: true });
}
addEventListener("scroll", () => emit("scrolled"), { passive: true });
on("jump", () => { leader = null; });
on("scrolled", showWindowsSoon);
on("measured", () => {
  rulers();
  showWindows();
});
together.addEventListener("click", () => {
  press(together);
  emit("place");
});
