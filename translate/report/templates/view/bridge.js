// ==== bridge.js: to and from the page that holds the view; silent where the view is a file ============================

const REMEMBER = 150; // milliseconds of rest before a place is worth telling
const framed = parent !== window && reviewable;
const SIDES = ["source", "target"];
let askedToRead = ""; // the language in which the page asked to show both texts
const tokens = new Map(); // events that wait for their number

/** Tell the page of an event; it answers with the event's number. */
const post = (event, waiting) => {
  const token = crypto.getRandomValues(new Uint32Array(1))[0];
  tokens.set(token, waiting);
  parent.postMessage({ parallax: "event", event, token }, "*");
};

/** The page holds the list of stories. */
const nextStory = () => parent.postMessage({ parallax: "next-story" }, "*");

const place = () => ({
  scroll: { source: columns.source.scrollTop, target: columns.target.scrollTop, list: list?.scrollTop ?? 0, page: scrollY },
  current: current?.dataset.id ?? null,
  byHand: items.filter((item) => item.dataset.byHand).map((item) => item.dataset.id),
  open: isOpen(current),
  full: fullCards,
  filters: Boolean(filterBox && !filterBox.hidden),
  controls: all(`${CONTROLS}, #sort`).map(({ id, value }) => [id, value]),
  kinds: chosenKinds(),
  shows: { source: texts.source.dataset.show, target: texts.target.dataset.show },
  askedToRead,
  translations: translations?.getAttribute("aria-pressed") === "true",
  together: together.getAttribute("aria-pressed") === "true",
  swapped: find(".text").dataset.side === "target",
  tab: app.dataset.tab,
  draft: note && document.activeElement === note ? note.value : null,
});

/** Put the reader back where they were in the document before this one. */
const putBack = (was) => {
  if (was.swapped) swap();
  askedToRead = was.askedToRead;
  for (const side of SIDES) if (find(".shows", texts[side])) show(side, was.shows[side]);
  if (translations) press(translations, was.translations);
  if (reading) reading.value = readingNow();
  press(together, was.together);
  for (const [id, value] of was.controls) if (find(`#${id}`)) find(`#${id}`).value = value;
  for (const chip of all(".chip")) press(chip, was.kinds.includes(chip.dataset.kind));
  if (items.length) {
    sort();
    filter();
  }
  fullCards = was.full;
  showFilters(was.filters);
  tab(was.tab);
  const item = was.current && itemOf(was.current);
  if (item && !item.hidden) {
    if (passageOf(item)) open(passageOf(item), true);
    if (was.open) open(item, true);
    step(item);
    find(".head", item).focus({ preventScroll: true });
    if (was.draft !== null && was.open) {
      note.focus();
      note.value = was.draft;
    }
  }
  for (const side of SIDES) columns[side].scrollTo({ top: was.scroll[side], behavior: "instant" });
  list?.scrollTo({ top: was.scroll.list, behavior: "instant" });
  scrollTo({ top: was.scroll.page, behavior: "instant" });
  const added = items.find((other) => other.dataset.byHand && !was.byHand.includes(other.dataset.id));
  if (added) go(added, true); // what was flagged just now
};

/** How a text is shown to who reads a language. */
const shownFor = (language, side) => (language && texts[side].dataset.lang !== language ? "translation" : "original");

/** Show both texts in the language that the page asks for, unless the reader has chosen otherwise. */
const readAsAsked = (language) => {
  if (language === askedToRead) return;
  const untouched = SIDES.every((side) => texts[side].dataset.show === shownFor(askedToRead, side));
  askedToRead = language;
  if (untouched) readIn(SIDES.find((side) => texts[side].dataset.lang === language) ?? "");
};

const take = ({ review, theme: wanted, reads, acknowledged, place: was, underWay: others }) => {
  root.dataset.theme = wanted;
  confirmed.clear();
  for (const [id, decision] of Object.entries(review.decisions)) confirmed.set(id, decision);
  if (others) pending = [...others]; // what was done in the document before this one
  pending = pending.filter(({ number }) => number === null || number > acknowledged);
  reviewed = review;
  drawDecisions();
  sayTurned();
  if (was) putBack(was);
  readAsAsked(reads);
};

if (framed) {
  let leaving = false; // another document takes the place of this one, and the keys that are still pressed here
  addEventListener("keydown", (event) => {
    if (!leaving || event.ctrlKey || event.metaKey || event.altKey || takesLetters(document.activeElement)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    parent.postMessage({ parallax: "unpressed", key: event.key }, "*");
  }, true);
  addEventListener("message", ({ source, data }) => {
    if (source !== parent || !data?.parallax) return;
    if (data.parallax === "leave") {
      leaving = true;
      parent.postMessage({ parallax: "left", place: place() }, "*");
    }
    if (data.parallax === "show") take(data);
    if (data.parallax === "key") {
      const at = document.activeElement;
      if (data.key === "Enter" && at.matches("button, summary")) at.click(); // which a key of ours would not press
      else at.dispatchEvent(new KeyboardEvent("keydown", { key: data.key, bubbles: true, cancelable: true }));
      parent.postMessage({ parallax: "heard" }, "*");
    }
    if (data.parallax === "numbered") {
      const event = tokens.get(data.token);
      if (event) event.number = data.number;
      tokens.delete(data.token);
    }
  });
  let resting = 0;
  on("place", () => {
    clearTimeout(resting);
    resting = setTimeout(() => parent.postMessage({ parallax: "place", place: place() }, "*"), REMEMBER);
  });
  parent.postMessage({ parallax: "ready" }, "*");
}
