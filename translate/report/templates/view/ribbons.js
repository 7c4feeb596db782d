// ==== ribbons.js: the bands between the columns that tie counterparts together ========================================

const gutter = find("#gutter");
const canvas = find("#gutter svg");
const MARGIN = 40; // pixels around what is in sight, so that a ribbon does not pop up at the edge
const WEIGHTS = ["s-conflict", "s-part", "s-moved", "s-only", "s-matched"]; // the first that a sentence has names the ribbon
const bands = new Map(); // number of a bead -> its path
let places = new Map(); // sentence -> [top, bottom] in pixels from the top of its column's content
const stretches = { source: new Map(), target: new Map() }; // bead -> its runs in that column, as long as places hold

const measure = () => {
  places = new Map();
  for (const side of ["source", "target"]) {
    const column = columns[side];
    const zero = column.getBoundingClientRect().top - column.scrollTop;
    stretches[side].clear();
    for (const sentence of ofText[side]) {
      if (!sentence.offsetParent) continue; // folded away, or another tab
      const { top, bottom } = sentence.getBoundingClientRect();
      places.set(sentence, [top - zero, bottom - zero]);
    }
  }
};

/** Neighbouring sentences of one side as [top, bottom]; a bead may hold several runs. */
const runsOf = (bead, side) => {
  const found = [];
  let before = null;
  for (const sentence of ofSide(bead, side)) {
    const place = places.get(sentence);
    if (!place) continue;
    if (before !== null && indexOf(sentence) === before + 1) found.at(-1)[1] = place[1];
    else found.push([...place]);
    before = indexOf(sentence);
  }
  return found;
};

/** The same moved to where the column stands. */
const runs = (bead, side, shift) => {
  const known = stretches[side];
  if (!known.has(bead)) known.set(bead, runsOf(bead, side));
  return known.get(bead).map(([top, bottom]) => [top + shift, bottom + shift]);
};

const band = ([a, b], [c, d], width) => {
  const half = width / 2;
  return `M0 ${a}C${half} ${a} ${half} ${c} ${width} ${c}V${d}C${half} ${d} ${half} ${b} 0 ${b}Z`;
};

/** A sentence without counterpart ends in a point where its neighbour's counterpart ends. */
const point = (bead, side, shift) => {
  const there = neighbourPlace(ofSide(bead, side)[0]);
  const place = there && places.get(there);
  return place ? [place[1] + shift, place[1] + shift] : null;
};

const shapeOf = (bead, left, right, shifts, width) => {
  const starts = runs(bead, left, shifts[left]);
  const ends = runs(bead, right, shifts[right]);
  if (starts.length && ends.length) return starts.flatMap((a) => ends.map((b) => [a, b]));
  if (tellersOf(beads.get(bead)).length) return []; // not alone: threads lead to those that tell of it
  if (starts.length) {
    const tip = point(bead, left, shifts[right]);
    return tip ? starts.map((a) => [a, tip]) : [];
  }
  const tip = ends.length ? point(bead, right, shifts[left]) : null;
  return tip ? ends.map((b) => [tip, b]) : [];
};

const families = new Map([...beads].map(([bead, group]) =>
  [bead, WEIGHTS.find((name) => group.some((sentence) => sentence.classList.contains(name))) ?? "s-matched"]));

/** Whether a bead is the one named, or one of a passage of that name. */
const isIn = (bead, name) => bead === name || (passages.get(name)?.includes(beads.get(bead)[0]) ?? false);

const pathFor = (bead) => {
  if (!bands.has(bead)) {
    const path = document.createElementNS(canvas.namespaceURI, "path");
    path.dataset.bead = bead;
    bands.set(bead, path);
  }
  return bands.get(bead);
};

// Counterparts that share no bead, each once: [source sentence, target sentence, "full" or "part"].
const ties = sentences.filter((sentence) => sentence.dataset.side === "source").flatMap((sentence) =>
  [...partners.get(sentence)].filter(([other]) => other.dataset.bead !== sentence.dataset.bead)
    .map(([other, strength]) => [sentence, other, strength]));
const threads = new Map(); // ids of both sentences -> their path

/** Dashed lines between counterparts that share no bead. */
const drawThreads = (shifts, left, width, from, to) => {
  const drawn = [];
  const both = (group, one, other) => group.has(one) && group.has(other);
  for (const [source, target, strength] of ties) {
    const ends = left === "source" ? [source, target] : [target, source];
    if (!ends.every((sentence) => places.has(sentence))) continue;
    const spans = ends.map((sentence) => places.get(sentence).map((y) => y + shifts[sentence.dataset.side]));
    if (!inSight(...spans, from, to)) continue;
    const [a, b] = spans.map(([top, bottom]) => (top + bottom) / 2);
    const name = `${source.id} ${target.id}`;
    if (!threads.has(name)) threads.set(name, document.createElementNS(canvas.namespaceURI, "path"));
    const path = threads.get(name);
    path.dataset.from = source.id;
    path.setAttribute("d", `M0 ${a}C${width / 2} ${a} ${width / 2} ${b} ${width} ${b}`);
    path.setAttribute("class", `thread ${strength}${both(lit, source, target) ? " lit" : ""}${both(marked, source, target) ? " pinned" : ""}`);
    drawn.push(path);
  }
  return drawn;
};

const drawRibbons = () => {
  const frame = gutter.getBoundingClientRect();
  if (!frame.width) return;
  const [left, right] = all(".text").map((text) => text.dataset.side);
  const boxes = { source: columns.source.getBoundingClientRect(), target: columns.target.getBoundingClientRect() };
  const shifts = {};
  for (const side of ["source", "target"]) shifts[side] = boxes[side].top - frame.top - columns[side].scrollTop;
  // What lies above the columns' own top would run over their headings.
  const top = Math.max(boxes.source.top - frame.top, boxes.target.top - frame.top);
  canvas.style.clipPath = `inset(${Math.max(0, top)}px 0 0 0)`;
  const from = Math.max(0, -frame.top) - MARGIN;
  const to = Math.min(frame.height, innerHeight - frame.top) + MARGIN;
  const drawn = [];
  for (const bead of beads.keys()) {
    const shape = shapeOf(bead, left, right, shifts).filter(([a, b]) =>
      Math.min(a[0], b[0]) < to && Math.max(a[1], b[1]) > from && inSight(a, b, from, to));
    if (!shape.length) continue;
    const path = pathFor(bead);
    path.setAttribute("d", shape.map(([a, b]) => band(a, b, frame.width)).join(""));
    path.setAttribute("class", `ribbon ${faded.has(bead) ? "s-matched" : families.get(bead)}${isIn(bead, litBead) ? " lit" : ""}${isIn(bead, markedBead) ? " pinned" : ""}`);
    drawn.push([isIn(bead, litBead) || isIn(bead, markedBead) ? 1 : 0, path]);
  }
  drawn.sort((a, b) => a[0] - b[0]); // the strong ones lie on top
  const lines = drawThreads(shifts, left, frame.width, from, to);
  canvas.replaceChildren(...drawn.map(([, path]) => path), ...lines, ...linkPreview(shifts, left, frame.width));
};

/** One end in sight is enough; a ribbon whose both ends are out of sight would only cross the gutter. */
const inSight = (a, b, from, to) => [a, b].some(([top, bottom]) => bottom > from && top < to);

const redraw = throttled(drawRibbons);
const remeasure = throttled(() => {
  measure();
  drawRibbons();
  emit("measured");
});
on("chosen", redraw);
on("scrolled", redraw);
// Whatever moves sentences changes the size of their text; whatever moves the columns changes that of the gutter.
for (const flow of all(".flow")) new ResizeObserver(remeasure).observe(flow);
new ResizeObserver(redraw).observe(gutter);
