// ==== list.js: the list of differences: what is shown, in which order, and which card is open =========================

const entries = all(".items > .item"); // what the list shows: single differences, and passages of several
const items = all(".item:not(.passage)"); // the differences, those inside passages too
const list = find(".items");
const CONTROLS = "#search, #side, #severity, #confidence, #verdict";
let current = null; // the item the reader stands on

const itemOf = (id) => find(`#item-${id}`);
const passageOf = (item) => item?.parentElement.closest(".passage") ?? null;
const membersOf = (item) => (item.classList.contains("passage") ? all(".item", item) : [item]);
const cardOf = (item) => find(".card", item);
const isOpen = (item) => Boolean(item) && !cardOf(item).hidden;

const open = (item, wanted) => {
  cardOf(item).hidden = !wanted;
  find(".head", item).setAttribute("aria-expanded", String(wanted));
  if (wanted) emit("opened", item);
  emit("place");
};

/** The sentences before and after, so that a passage is read where it stands. */
const addContext = (item) => {
  for (const side of all(".card .side[data-from]", item)) {
    if (find(".context", side)) continue;
    const { lang } = texts[side.dataset.side].dataset;
    const beside = (index, place) => {
      const sentence = find(`#${side.dataset.side}-${index}.s[data-bead]`);
      if (sentence) find("blockquote", side)[place](element("bdi", { className: "context", lang, textContent: wordsOf(sentence) }));
    };
    beside(Number(side.dataset.from) - 1, "before");
    beside(Number(side.dataset.to) + 1, "after");
  }
};
on("opened", addContext);

const step = (item) => {
  current?.classList.remove("current");
  current?.removeAttribute("aria-current");
  current = item;
  item.classList.add("current");
  item.setAttribute("aria-current", "true");
  dock.hidden = true;
  pinned = null;
  forgetPartner();
  showBead(item.dataset.bead, find(`.text [data-difference="${item.dataset.id}"]`)?.closest(".s"));
  emit("place");
};

/** Close what is open, but for the passage around an item. */
const leave = (item) => {
  for (const before of [current, passageOf(current)]) {
    if (before && before !== item && before !== passageOf(item)) open(before, false);
  }
};

/** Go to an item: its card opens if asked for, or if the card before it was open (reading on through the evidence). */
const go = (item, wantCard) => {
  if (item.hidden) clearFilters(); // asked for from a sentence, whatever the list shows now
  const readingOn = isOpen(current) || (passageOf(current) && !passageOf(item));
  leave(item);
  if (passageOf(item)) open(passageOf(item), true);
  if (getComputedStyle(find(".tabs")).display !== "none") tab("list");
  if (wantCard || readingOn) open(item, true);
  step(item);
  find(".head", item).focus({ preventScroll: true });
  reveal(item, 0.05);
};

const fold = (item) => {
  const wanted = !isOpen(item);
  leave(item);
  open(item, wanted);
  step(item);
  reveal(item, 0.05);
};

const shown = () => all(".items > .item").filter((item) => !item.hidden);

/** The next entry; inside of a passage its next sentence, and behind the last one what follows the passage. */
const walk = (by) => {
  const around = passageOf(current);
  const beside = around && membersOf(around).filter((item) => !item.hidden);
  const inner = beside?.[beside.indexOf(current) + by];
  if (inner) {
    go(inner, false);
    return;
  }
  const visible = shown();
  if (!visible.length) return;
  const at = visible.indexOf(around ?? current);
  go(visible[at < 0 ? (by > 0 ? 0 : visible.length - 1) : Math.min(visible.length - 1, Math.max(0, at + by))], false);
};

const plain = (text) => text.toLowerCase().replaceAll("ё", "е").normalize("NFC");
const searched = (item) => all(".kind, bdi", item).map((node) => node.textContent).join("\n");
const haystacks = new Map(items.map((item) => [item, plain(searched(item))]));

const hasVerdict = (item, wanted) =>
  wanted === "noted" ? Boolean(item.dataset.note) : wanted === "open" ? !item.dataset.verdict : item.dataset.verdict === wanted;

const filter = () => {
  if (!items.length) return;
  const kinds = all(".chip[aria-pressed=true]").map((chip) => chip.dataset.kind);
  const [query, side, severity, confidence, verdict] = CONTROLS.split(", ").map((id) => find(id).value);
  const needle = plain(query.trim());
  const hidden = new Set();
  for (const item of items) {
    const { kind, id } = item.dataset;
    item.hidden =
      (kinds.length > 0 && !kinds.includes(kind)) || (side && item.dataset.side !== side) ||
      (severity && item.dataset.severity !== severity) || Number(item.dataset.confidence) < Number(confidence) ||
      (verdict && !hasVerdict(item, verdict)) || !haystacks.get(item).includes(needle);
    if (item.hidden) hidden.add(id);
  }
  for (const passage of all(".passage")) passage.hidden = membersOf(passage).every((item) => item.hidden);
  for (const node of all(".text [data-difference]")) node.classList.toggle("filtered-out", hidden.has(node.dataset.difference));
  for (const control of all(CONTROLS)) control.classList.toggle("set", Boolean(control.value) && control.value !== "0");
  const left = items.length - hidden.size;
  const { total } = find("#count").dataset;
  find("#count").textContent = hidden.size ? words("count_of", { shown: left, total }) : total;
  find("#empty").hidden = left > 0;
  emit("place");
};

const clearFilters = () => {
  for (const control of all(CONTROLS)) control.value = control.id === "confidence" ? "0" : "";
  for (const chip of all(".chip")) press(chip, false);
  filter();
};

// What only one version of a retelling tells has a rank, and stands behind what contradicts.
const weight = ({ severity, rank }) => [severity === "major" ? 0 : 1, Number(rank) > 0 ? 1 : 0, -Number(rank)];
const ORDERS = {
  reading: (item) => [Number(item.dataset.order)],
  severity: (item) => [...weight(item.dataset), Number(item.dataset.order)],
  confidence: (item) => [-Number(item.dataset.confidence), Number(item.dataset.order)],
};

const sort = () => {
  const key = ORDERS[find("#sort").value];
  const compare = (a, b) => a.reduce((found, value, i) => found || value - b[i], 0);
  list.append(...[...entries].sort((a, b) => compare(key(a), key(b))), ...all(".by-eye", list));
  emit("place");
};

for (const control of all(CONTROLS)) control.addEventListener("input", filter);
find("#sort")?.addEventListener("input", sort);
find("#reset")?.addEventListener("click", clearFilters);
