// ==== reading.js: sentences and their counterparts; what is under the pointer, what the reader chose ================

const dock = find("#dock");
const desk = find(".desk");
const texts = { source: find("#text-source"), target: find("#text-target") };
const columns = { source: find(".scroll", texts.source), target: find(".scroll", texts.target) };
const opposite = { source: "target", target: "source" };
const sentences = all(".s[data-bead]");
const ofText = { source: [], target: [] }; // the same apart, each in reading order
const indices = new Map(); // sentence -> its number in its text; asked for at every frame
for (const sentence of sentences) {
  ofText[sentence.dataset.side].push(sentence);
  indices.set(sentence, Number(sentence.dataset.index));
}
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

const passages = new Map(); // name of a passage of the list -> its sentences
for (const { dataset } of all(".passage")) {
  const inside = all(`#item-${dataset.id} .item`).map((item) => item.dataset.bead);
  passages.set(dataset.bead, inside.flatMap((bead) => beads.get(bead) ?? []));
}
const groupOf = (name) => beads.get(name) ?? passages.get(name) ?? [];

/** The sentences over there that tell of a sentence, each with how far: "full" or "part". */
const partners = new Map(sentences.map((sentence) => {
  const ties = (sentence.dataset.told ?? "").split(" ").filter(Boolean).map((tie) => tie.split(":"));
  return [sentence, new Map(ties.map(([index, strength]) => [find(`#${opposite[sentence.dataset.side]}-${index}`), strength]))];
}));
const tellersOf = (group) => group.flatMap((sentence) => [...(partners.get(sentence)?.keys() ?? [])]);

let litBead = null;
let lit = new Set(); // the sentences under the pointer, with their counterparts
let pinned = null; // the sentence the reader chose
let markedBead = null; // the bead, or the passage, that stands out in both texts
let marked = new Set(); // all sentences that stand out

const COVERED = 72; // pixels that the tabs above and the chosen sentence below may cover

const indexOf = (sentence) => indices.get(sentence) ?? Number(sentence.dataset.index); // furniture has no other place
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

/** Light a bead or passage; of a sentence alone its own counterparts too, and otherwise those of all of it. */
const light = (bead, sentence = null) => {
  const group = groupOf(bead);
  const wanted = new Set([...group, ...tellersOf(sentence ? [sentence] : group)]);
  if (wanted.size === lit.size && [...wanted].every((other) => lit.has(other))) return;
  for (const [others, shining] of [[lit, false], [wanted, true]]) {
    for (const other of others) {
      other.classList.toggle("lit", shining);
      segments.get(other.id)?.classList.toggle("lit", shining);
    }
  }
  litBead = bead;
  lit = wanted;
  emit("chosen");
};

/** For a sentence without a bead: the first that tells of it, or for one that stands alone the place in the other text where its neighbour's counterpart is. */
const neighbours = new Map();
for (const side of ["source", "target"]) {
  let last = null;
  for (const sentence of ofText[side]) {
    last = ofSide(sentence.dataset.bead, opposite[side]).at(-1) ?? last;
    neighbours.set(sentence, last);
  }
}
const neighbourPlace = (sentence) => tellersOf([sentence])[0] ?? neighbours.get(sentence);

/** Let a bead or passage stand out, with other sentences; those that only tell of it are marked as such. */
const mark = (bead, others = []) => {
  const own = new Set(groupOf(bead));
  const wanted = new Set([...own, ...others]);
  for (const [group, chosen] of [[marked, false], [wanted, true]]) {
    for (const sentence of group) {
      sentence.classList.toggle("pinned", chosen);
      sentence.classList.toggle("teller", chosen && Boolean(bead) && !own.has(sentence));
      sentence.setAttribute("aria-pressed", String(chosen));
    }
  }
  markedBead = bead;
  marked = wanted;
  emit("chosen");
};

const showBead = (bead, anchor, chosen = null) => {
  const group = groupOf(bead);
  mark(bead, tellersOf(chosen ? [chosen] : group));
  for (const side of ["source", "target"]) {
    const first = anchor?.dataset.side === side ? anchor : group.find((sentence) => sentence.dataset.side === side);
    const place = first ?? (group[0] && neighbourPlace(group[0]));
    if (place && place.offsetParent) reveal(place);
  }
};

const wordsOf = (sentence) => find(".words", sentence).textContent;

/** A sentence over there that tells of the chosen one outside of its bead: which, and how far. */
const tie = (sentence, strength) =>
  element("p", { className: "tie", textContent: words(`tie_${strength}`, { number: indexOf(sentence) + 1 }) });

const half = (side, group, chosen, ties) => {
  const text = texts[side].dataset;
  const label = element("p", { className: "label" }, element("span", { textContent: text.name }));
  const node = element("div", { className: side === chosen ? "half" : "half other" }, label);
  node.dataset.side = side;
  const own = group.filter((sentence) => sentence.dataset.side === side);
  for (const sentence of own) {
    const under = find(".under", sentence);
    if (ties.has(sentence)) node.append(tie(sentence, ties.get(sentence)));
    node.append(element("bdi", { className: "words", lang: text.lang, textContent: wordsOf(sentence) }));
    if (under) node.append(element("p", { className: "translated", lang: text.otherLang }, element("bdi", {}, ...copyOf(under))));
  }
  reachSenses(node);
  if (find(".translated", node)) label.append(element("span", { className: "engine", textContent: text.label }));
  if (!own.length) node.append(element("p", { className: "quiet", textContent: words("no_counterpart") }));
  return node;
};

const fillDock = (sentence) => {
  const several = gathered.size > 1;
  const bead = several ? [...gathered] : (beads.get(sentence.dataset.bead) ?? [sentence]);
  const ties = (!several && partners.get(sentence)) || new Map();
  const group = [...new Set([...bead, ...ties.keys()])].sort((a, b) => indexOf(a) - indexOf(b));
  const foot = element("div", { className: "foot" }, element("span", { textContent: several ? words("gathered", { count: gathered.size }) : (sentence.dataset.match ?? words("not_compared")) }));
  const ids = new Set(bead.flatMap((other) => all(".tag[data-difference]", other).map((tag) => tag.dataset.difference)));
  for (const id of ids) {
    const title = find(".kind", find(`#item-${id}`)).textContent;
    foot.append(element("button", { type: "button", className: "link", textContent: words("evidence_of", { kind: title }), onclick: () => go(find(`#item-${id}`), true) }));
  }
  if (reviewable) foot.append(...sentenceTools(sentence));
  foot.append(element("button", { type: "button", className: "tool close", textContent: "✕", ariaLabel: words("close"), title: words("close"), onclick: () => unpin(true) }));
  const { side } = sentence.dataset;
  dock.replaceChildren(half("source", group, side, ties), half("target", group, side, ties), foot);
  dock.hidden = false;
  dock.scrollTop = 0;
};

const pin = (sentence) => {
  letGo();
  choosePartner(sentence);
  pinned = sentence;
  fillDock(sentence); // first: the dock takes room from the columns that are scrolled next
  if (sentence.dataset.bead) showBead(sentence.dataset.bead, sentence, sentence);
  else mark(null, [sentence]);
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
