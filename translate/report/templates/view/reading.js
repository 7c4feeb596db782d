// ==== reading.js: sentences and their counterparts; what is under the pointer, what the reader chose ================

const dock = find("#dock");
const desk = find(".desk");
const texts = { source: find("#text-source"), target: find("#text-target") };
const columns = { source: find(".scroll", texts.source), target: find(".scroll", texts.target) };
const opposite = { source: "target", target: "source" };
const sentences = all(".s[data-bead]");
const segments = new Map(all(".seg").map((segment) => [segment.dataset.jump, segment]));
const beads = new Map(); // number of a bead -> its sentences in both texts
const sides = new Map(); // the same apart: number of a bead -> {source, target}
for (const sentence of sentences) {
  const { bead, side } = sentence.dataset;
  if (!beads.has(bead)) {
    beads.set(bead, []);
    sides.set(bead, { source: [], target: [] });
  }
  beads.get(bead).push(sentence);
  sides.get(bead)[side].push(sentence);
}

let litBead = null;
let pinned = null; // the sentence the reader chose
let markedBead = null; // the bead that stands out in both texts
let markedAlone = null; // or a sentence outside of every bead

const COVERED = 72; // pixels that the tabs above and the chosen sentence below may cover

const indexOf = (sentence) => Number(sentence.dataset.index);
const ofSide = (bead, side) => sides.get(bead)?.[side] ?? [];
const scrolls = (box) => getComputedStyle(box).overflowY === "auto";

/** Scroll only the column, never the page around an embedding frame, unless the page itself is the column. */
const reveal = (node, where = 0.3) => {
  emit("jump");
  const box = node.closest(".scroll, .items");
  let behavior = calm.matches ? "auto" : "smooth";
  if (!box || !scrolls(box)) {
    const { top, bottom } = node.getBoundingClientRect();
    if (top < COVERED || bottom > innerHeight - COVERED) node.scrollIntoView({ block: "start", behavior });
    return;
  }
  const frame = box.getBoundingClientRect();
  const place = node.getBoundingClientRect();
  if (place.top >= frame.top + 8 && place.bottom <= frame.bottom - 8) return;
  const way = place.top - frame.top - frame.height * where;
  if (Math.abs(way) > 3 * frame.height) behavior = "auto"; // a long glide only costs time
  box.scrollTo({ top: box.scrollTop + way, behavior });
};

const light = (bead) => {
  if (bead === litBead) return;
  for (const [number, lit] of [[litBead, false], [bead, true]]) {
    for (const sentence of beads.get(number) ?? []) {
      sentence.classList.toggle("lit", lit);
      segments.get(sentence.id)?.classList.toggle("lit", lit);
    }
  }
  litBead = bead;
  emit("chosen");
};

/** For a sentence that stands alone: the place in the other text where its neighbour's counterpart is. */
const neighbours = new Map();
for (const side of ["source", "target"]) {
  let last = null;
  for (const sentence of sentences.filter((other) => other.dataset.side === side)) {
    last = ofSide(sentence.dataset.bead, opposite[side]).at(-1) ?? last;
    neighbours.set(sentence, last);
  }
}
const neighbourPlace = (sentence) => neighbours.get(sentence);

const mark = (bead, alone = null) => {
  for (const [sentence, chosen] of [[markedAlone, false], [alone, true]]) {
    sentence?.classList.toggle("pinned", chosen);
    sentence?.setAttribute("aria-pressed", String(chosen));
  }
  markedAlone = alone;
  for (const [number, chosen] of [[markedBead, false], [bead, true]]) {
    for (const sentence of beads.get(number) ?? []) {
      sentence.classList.toggle("pinned", chosen);
      sentence.setAttribute("aria-pressed", String(chosen));
    }
  }
  markedBead = bead;
  emit("chosen");
};

const showBead = (bead, anchor) => {
  mark(bead);
  const group = beads.get(bead) ?? [];
  for (const side of ["source", "target"]) {
    const first = anchor?.dataset.side === side ? anchor : group.find((sentence) => sentence.dataset.side === side);
    const place = first ?? (group[0] && neighbourPlace(group[0]));
    if (place && place.offsetParent) reveal(place);
  }
};

const wordsOf = (sentence) => find(".words", sentence).textContent;

const half = (side, group, chosen) => {
  const text = texts[side].dataset;
  const label = element("p", { className: "label" }, element("span", { textContent: text.name }));
  const node = element("div", { className: side === chosen ? "half" : "half other" }, label);
  node.dataset.side = side;
  const own = group.filter((sentence) => sentence.dataset.side === side);
  for (const sentence of own) {
    const under = find(".under", sentence);
    node.append(element("bdi", { className: "words", lang: text.lang, textContent: wordsOf(sentence) }));
    if (under) node.append(element("p", { className: "translated", lang: text.otherLang }, element("bdi", { textContent: under.textContent })));
  }
  if (find(".translated", node)) label.append(element("span", { className: "engine", textContent: text.label }));
  if (!own.length) node.append(element("p", { className: "quiet", textContent: words("no_counterpart") }));
  return node;
};

const fillDock = (sentence) => {
  const group = beads.get(sentence.dataset.bead) ?? [sentence];
  const foot = element("div", { className: "foot" }, element("span", { textContent: sentence.dataset.match ?? words("not_compared") }));
  const ids = new Set(group.flatMap((other) => all(".tag[data-difference]", other).map((tag) => tag.dataset.difference)));
  for (const id of ids) {
    const title = find(".kind", find(`#item-${id}`)).textContent;
    foot.append(element("button", { type: "button", className: "link", textContent: words("evidence_of", { kind: title }), onclick: () => go(find(`#item-${id}`), true) }));
  }
  if (reviewable) foot.append(...sentenceTools(sentence));
  foot.append(element("button", { type: "button", className: "tool close", textContent: "✕", ariaLabel: words("close"), title: words("close"), onclick: () => unpin(true) }));
  const { side } = sentence.dataset;
  dock.replaceChildren(half("source", group, side), half("target", group, side), foot);
  dock.hidden = false;
  dock.scrollTop = 0;
};

const pin = (sentence) => {
  choosePartner(sentence);
  pinned = sentence;
  fillDock(sentence); // first: the dock takes room from the columns that are scrolled next
  if (sentence.dataset.bead) showBead(sentence.dataset.bead, sentence);
  else mark(null, sentence);
  focusable(sentence);
  emit("place");
};

const unpin = (refocus) => {
  dock.hidden = true;
  mark(null);
  if (refocus && pinned) pinned.focus({ preventScroll: true });
  pinned = null;
  forgetPartner();
  emit("place");
};

const jump = (id) => {
  const sentence = find(`#${id}`);
  if (!sentence.offsetParent && !sentence.closest("details")) tab(sentence.dataset.side);
  const folded = sentence.closest("details");
  if (folded) folded.open = true;
  if (sentence.dataset.bead) pin(sentence);
  reveal(sentence);
};
