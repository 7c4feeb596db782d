// ==== list.js: the list of differences: on which the reader stands, and which card is open ============================

const entries = all(".items > .item"); // what the list shows: single differences, and passages of several
const items = all(".item:not(.passage)"); // the differences, those inside passages too
const list = find(".items");
let current = null; // the item the reader stands on
let fullCards = false; // whether the reader wants to see more of every card

const itemOf = (id) => find(`#item-${id}`);
const passageOf = (item) => item?.parentElement.closest(".passage") ?? null;
const membersOf = (item) => (item.classList.contains("passage") ? all(".item", item) : [item]);
const cardOf = (item) => find(".card", item);
const isOpen = (item) => Boolean(item) && !cardOf(item).hidden;

const open = (item, wanted) => {
  cardOf(item).hidden = !wanted;
  find(".head", item).setAttribute("aria-expanded", String(wanted));
  if (wanted) {
    fill(item, fullCards || Boolean(item.dataset.note));
    emit("opened", item);
  }
  emit("place");
};

/** Show all of a card, or what decides alone. */
const fill = (item, wanted) => {
  cardOf(item).classList.toggle("full", wanted);
  find(":scope > .answers > .for-more", cardOf(item))?.setAttribute("aria-expanded", String(wanted));
};

/** All of this card and of those to come, or no longer. */
const more = (item = current) => {
  if (!item || item.classList.contains("passage")) return;
  fullCards = !(isOpen(item) && cardOf(item).classList.contains("full"));
  if (isOpen(item)) fill(item, fullCards);
  else open(item, true);
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
  for (const before of all(".item:has(> .card:not([hidden]))")) {
    if (before !== item && before !== passageOf(item)) open(before, false);
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
