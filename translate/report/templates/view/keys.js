// ==== keys.js: pointer and keyboard ===================================================================================

const sentenceUnder = (node) => node.closest?.(".s[data-bead]") ?? null;
const beadUnder = (node) => {
  const place = node.closest?.(".s[data-bead], .item, .seg, .ribbon");
  return place?.dataset.bead ?? (place?.dataset.jump ? (find(`#${place.dataset.jump}`).dataset.bead ?? null) : null);
};
document.addEventListener("mouseover", ({ target }) => light(beadUnder(target), sentenceUnder(target)));
document.addEventListener("focusin", ({ target }) => {
  light(beadUnder(target), sentenceUnder(target));
  const item = target.closest(".item");
  if (item && item !== current) step(item); // nothing opens or closes: a press of the mouse must still find its place
});

const choose = (sentence, more = false) => {
  if (more && reviewable) gather(sentence);
  else if (sentence === pinned && gathered.size < 2) unpin(true);
  else pin(sentence);
};
const canChoose = reviewable ? ".s" : ".s[data-bead]"; // furniture can only be taken back in

document.addEventListener("click", (event) => {
  const target = event.target;
  const at = (selector) => target.closest(selector);
  if (at("[data-says]")) {
    const { says, side, sentences: indices } = at("[data-says]").dataset;
    tell(says, side, indices.split(" ").map(Number));
  } else if (at("[data-doubts]")) nextDoubt(at("[data-doubts]").dataset.doubts);
  else if (at("[data-jump]")) jump(at("[data-jump]").dataset.jump);
  else if (at(".s .tag[data-difference]")) go(itemOf(at(".tag").dataset.difference), true);
  else if (at(".head")) fold(at(".item"));
  else if (at(".for-more")) more(at(".item"));
  else if (at(".skip")) skip(at(".skip").dataset.skip);
  else if (at(canChoose)) {
    if (getSelection().isCollapsed) choose(at(canChoose), event.shiftKey); // selecting text is no click
  } else if (at(".thread")) pin(find(`#${at(".thread").dataset.from}`));
  else if (at(".ribbon")) pin(beads.get(at(".ribbon").dataset.bead)[0]);
  else if (at(".chip")) {
    press(at(".chip"));
    filter();
  } else if (at(".tabs button")) tab(at(".tabs button").dataset.tab);
  else if (at(".shows button")) keepPlace(() => show(at(".text").dataset.side, at(".shows button").dataset.show));
});

/** One tab stop per text and per strip; arrow keys move inside. */
const focusable = (node) => {
  const group = node.closest(".scroll, .strip");
  for (const other of all(".s[tabindex='0'], .seg[tabindex='0']", group)) other.tabIndex = -1;
  node.tabIndex = 0;
};
for (const side of ["source", "target"]) {
  const first = find(".s[data-bead]", texts[side]);
  if (first) first.tabIndex = 0;
}

const arrow = (from, by) => {
  const group = all(`${canChoose}, .seg`, from.closest(".scroll, .strip")).filter((node) => node.offsetParent);
  const next = group[group.indexOf(from) + by];
  if (!next) return;
  focusable(next);
  next.focus({ preventScroll: true });
  reveal(next);
};

/** Close the innermost thing that is open. */
const escape = () => {
  const fields = document.activeElement?.closest(".mending");
  if (fields) {
    find("button:last-of-type", fields).click();
    return;
  }
  if (closeFlag()) return;
  const at = document.activeElement;
  const card = at?.closest("#note, .fields")?.closest(".item");
  if (card) find(".head", card).focus({ preventScroll: true }); // what was written is kept, as whenever the field is left
  else if (at?.closest("#filters, #for-filters") && !filterBox.hidden) {
    showFilters(false);
    find("#for-filters").focus();
  } else if (at?.closest(".sieve")) (current && !current.hidden ? find(".head", current) : find(".items .head"))?.focus({ preventScroll: true });
  else if (linking) {
    forgetPartner();
    fillDock(pinned);
  } else if (!dock.hidden) unpin(true);
  else if (isOpen(current)) {
    open(current, false);
    find(".head", current).focus({ preventScroll: true });
  } else mark(null);
};

const help = find("#help");
find("#keys").addEventListener("click", () => help.showModal());
find("#help-close").addEventListener("click", () => help.close());

const KEYS = {
  j: () => walk(1),
  m: () => more(subject()),
  k: () => walk(-1),
  t: () => translations && showTranslations(),
  s: () => find("#swap").click(),
  d: () => nextDoubt(),
  "?": () => help.showModal(),
  "/": () => {
    if (getComputedStyle(find(".tabs")).display !== "none") tab("list");
    find("#search")?.focus();
  },
};
const REVIEW_KEYS = {
  a: () => judge("accept"),
  r: () => judge("reject"),
  n: writeNote,
  u: () => turn("undo"),
  U: () => turn("redo"),
  l: link,
  x: unlink,
  b: () => tellChosen("body"),
  f: () => tellChosen("furniture"),
  N: nextStory,
  m: () => flagFocused() || more(subject()),
};
// On a Russian keyboard the same keys give other letters.
const RUSSIAN_KEYS = { о: "j", л: "k", е: "t", ы: "s", ф: "a", к: "r", т: "n", Т: "N", ь: "m", г: "u", Г: "U", д: "l", ч: "x", а: "f", и: "b", в: "d", ".": "/", ",": "?" };

/** Past the tools, to the list or the texts. */
const skip = (where) => {
  if (where === "list") {
    if (getComputedStyle(find(".tabs")).display !== "none") tab("list");
    (find(".items .item:not([hidden]) .head") ?? find(".rail button, .rail input"))?.focus();
  } else {
    if (getComputedStyle(find(".tabs")).display !== "none") tab("source");
    find(".text .scroll").focus();
  }
};

/** Whether a field needs the letters itself; a list of choices does while it hangs open. */
const takesLetters = (at) =>
  at.matches("input, textarea") || (at.matches("select") && (!CSS.supports("selector(:open)") || at.matches(":open")));

const sentenceKey = (event, at) => {
  if (event.key in STEPS && at.matches(".s, .seg")) arrow(at, STEPS[event.key]);
  else if ((event.key === "Enter" || event.key === " ") && at.matches(".s")) choose(at, event.shiftKey);
  else if (event.key === "Enter" && current && at === document.body) open(current, !isOpen(current));
  else return false;
  return true;
};

document.addEventListener("keydown", (event) => {
  const at = document.activeElement;
  if (help.open) return; // the dialog minds its own keys
  if (event.key === "Escape") {
    escape();
    return;
  }
  if (at.matches(".mending textarea") && event.key === "Enter" && (event.ctrlKey || event.metaKey)) find("button", at.closest(".mending")).click();
  if (at.id === "note" && event.key === "Enter" && (event.ctrlKey || event.metaKey)) find(".head", current).focus();
  if (at.id === "flag-note" && event.key === "Enter" && (event.ctrlKey || event.metaKey)) find("#flag-save").click();
  if (event.ctrlKey || event.metaKey || event.altKey || (document.hasFocus() && takesLetters(at))) return; // keys may come from the page around
  if (!sentenceKey(event, at)) {
    const acts = reviewable ? { ...KEYS, ...REVIEW_KEYS } : KEYS;
    const act = acts[event.key] ?? acts[RUSSIAN_KEYS[event.key]];
    if (!act || event.repeat && !"jk".includes(event.key)) return;
    act();
  }
  event.preventDefault();
});
drawDecisions();
