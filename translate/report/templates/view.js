// Behaviour of the reading view. The page is complete without it; this links counterparts, filters and jumps.
(() => {
  "use strict";

  const find = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const app = find("#app");
  const dock = find("#dock");
  const sentences = all(".s[data-bead]");
  const items = all(".item");
  const texts = { source: find("#text-source"), target: find("#text-target") };
  const calm = matchMedia("(prefers-reduced-motion: reduce)");

  const beads = new Map(); // number of a bead -> its sentences in both texts
  for (const sentence of sentences) {
    const bead = sentence.dataset.bead;
    if (!beads.has(bead)) beads.set(bead, []);
    beads.get(bead).push(sentence);
  }
  const segments = new Map(all(".seg").map((segment) => [segment.dataset.jump, segment]));

  let litBead = null;
  let pinned = null; // the sentence the reader chose
  let current = null; // the list item the reader stands on

  const element = (name, properties = {}, ...children) => {
    const node = Object.assign(document.createElement(name), properties);
    node.append(...children);
    return node;
  };

  // ---- showing places -------------------------------------------------------------------------------------------

  const scrolls = (box) => getComputedStyle(box).overflowY === "auto";

  /** Scroll only the column, never the page around an embedding frame, unless the page itself is the column. */
  const reveal = (node, where = 0.3) => {
    const box = node.closest(".scroll, .items");
    let behavior = calm.matches ? "auto" : "smooth";
    if (!box || !scrolls(box)) {
      node.scrollIntoView({ block: node.matches(".s") ? "start" : "center", behavior });
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
    for (const [number, on] of [[litBead, false], [bead, true]]) {
      for (const sentence of beads.get(number) ?? []) {
        sentence.classList.toggle("lit", on);
        segments.get(sentence.id)?.classList.toggle("lit", on);
      }
    }
    litBead = bead;
  };

  /** For a sentence that stands alone: the place in the other text where its neighbour's counterpart is. */
  const neighbourPlace = (sentence) => {
    const same = sentences.filter((other) => other.dataset.side === sentence.dataset.side);
    for (let i = same.indexOf(sentence); i >= 0; i -= 1) {
      const there = beads.get(same[i].dataset.bead).find((other) => other.dataset.side !== sentence.dataset.side);
      if (there) return there;
    }
    return null;
  };

  const mark = (bead) => {
    for (const sentence of sentences) {
      const on = bead !== null && sentence.dataset.bead === bead;
      sentence.classList.toggle("pinned", on);
      sentence.setAttribute("aria-pressed", String(on));
    }
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

  const half = (side, group, chosen) => {
    const text = texts[side].dataset;
    const label = element("p", { className: "label" }, element("span", { textContent: text.name }));
    const node = element("div", { className: side === chosen ? "half" : "half other" }, label);
    const own = group.filter((sentence) => sentence.dataset.side === side);
    for (const sentence of own) {
      const under = find(".under", sentence);
      node.append(element("bdi", { className: "words", lang: text.lang, textContent: find(".words", sentence).textContent }));
      if (under) node.append(element("p", { className: "translated", lang: text.otherLang }, element("bdi", { textContent: under.textContent })));
    }
    if (find(".translated", node)) label.append(element("span", { className: "engine", textContent: text.label }));
    if (!own.length) node.append(element("p", { className: "quiet", textContent: "No counterpart found." }));
    return node;
  };

  const fillDock = (sentence) => {
    const group = beads.get(sentence.dataset.bead);
    const foot = element("div", { className: "foot" }, element("span", { textContent: sentence.dataset.match }));
    const ids = new Set(group.flatMap((other) => all(".tag[data-difference]", other).map((tag) => tag.dataset.difference)));
    for (const id of ids) {
      const title = find(".kind", find(`#item-${id}`)).textContent;
      foot.append(element("button", { type: "button", className: "link", textContent: `Evidence: ${title}`, onclick: () => go(find(`#item-${id}`), true) }));
    }
    foot.append(element("button", { type: "button", className: "tool close", textContent: "Close", onclick: () => unpin(true) }));
    const { side } = sentence.dataset;
    dock.replaceChildren(half("source", group, side), half("target", group, side), foot);
    dock.hidden = false;
    dock.scrollTop = 0;
  };

  const pin = (sentence) => {
    pinned = sentence;
    fillDock(sentence); // first: the dock takes room from the columns that are scrolled next
    showBead(sentence.dataset.bead, sentence);
    focusable(sentence);
  };

  const unpin = (refocus) => {
    dock.hidden = true;
    mark(null);
    if (refocus && pinned) pinned.focus({ preventScroll: true });
    pinned = null;
  };

  // ---- list ------------------------------------------------------------------------------------------------------

  const open = (item, on) => {
    find(".card", item).hidden = !on;
    find(".head", item).setAttribute("aria-expanded", String(on));
  };

  const step = (item) => {
    current?.classList.remove("current");
    current?.removeAttribute("aria-current");
    current = item;
    item.classList.add("current");
    item.setAttribute("aria-current", "true");
    dock.hidden = true;
    pinned = null;
    const id = item.dataset.id;
    showBead(item.dataset.bead, all(`.s:has([data-difference="${id}"])`)[0]);
  };

  const clearFilters = () => {
    for (const control of all("#search, #side, #severity")) control.value = "";
    for (const chip of all(".chip")) toggle(chip, false);
    filter();
  };

  /** Go to an item: its card opens if asked for, or if the card before it was open (reading on through the evidence). */
  const go = (item, wantCard) => {
    if (item.hidden) clearFilters(); // asked for from a sentence, whatever the list shows now
    const reading = current && !find(".card", current).hidden;
    if (current && current !== item) open(current, false);
    if (getComputedStyle(find(".tabs")).display !== "none") tab("list");
    if (wantCard || reading) open(item, true);
    step(item);
    find(".head", item).focus({ preventScroll: true });
    reveal(item, 0.05);
  };

  const shown = () => items.filter((item) => !item.hidden);

  const walk = (by) => {
    const list = shown();
    if (!list.length) return;
    const at = list.indexOf(current);
    go(list[at < 0 ? (by > 0 ? 0 : list.length - 1) : Math.min(list.length - 1, Math.max(0, at + by))], false);
  };

  const plain = (text) => text.toLowerCase().replaceAll("ё", "е").normalize("NFC");
  const searched = (item) => all(".kind, bdi", item).map((node) => node.textContent).join("\n");
  const haystacks = new Map(items.map((item) => [item, plain(searched(item))]));

  const filter = () => {
    const kinds = all(".chip[aria-pressed=true]").map((chip) => chip.dataset.kind);
    const [query, side, severity] = ["#search", "#side", "#severity"].map((id) => find(id).value);
    const needle = plain(query.trim());
    const hidden = new Set();
    for (const item of items) {
      const { kind, id } = item.dataset;
      item.hidden =
        (kinds.length > 0 && !kinds.includes(kind)) || (side && item.dataset.side !== side) ||
        (severity && item.dataset.severity !== severity) || !haystacks.get(item).includes(needle);
      if (item.hidden) hidden.add(id);
    }
    for (const node of all(".text [data-difference]")) node.classList.toggle("filtered-out", hidden.has(node.dataset.difference));
    const count = find("#count");
    const left = items.length - hidden.size;
    count.textContent = hidden.size ? `${left} of ${count.dataset.total}` : count.dataset.total;
    find("#empty").hidden = left > 0;
  };

  // ---- tabs, switches ---------------------------------------------------------------------------------------------

  const tab = (name) => {
    app.dataset.tab = name;
    for (const button of all(".tabs button")) {
      const on = button.classList.contains("both") ? name !== "list" : button.dataset.tab === name;
      button.setAttribute("aria-pressed", String(on));
    }
  };

  const jump = (id) => {
    const sentence = find(`#${id}`);
    if (!sentence.offsetParent && !sentence.closest("details")) tab(sentence.dataset.side);
    const folded = sentence.closest("details");
    if (folded) folded.open = true;
    if (sentence.dataset.bead) pin(sentence);
    reveal(sentence);
  };

  const toggle = (button, on = button.getAttribute("aria-pressed") !== "true") => {
    button.setAttribute("aria-pressed", String(on));
    return on;
  };

  const translations = find("#translations");
  const showTranslations = () => {
    const anchor = pinned ?? find(".s.pinned");
    app.classList.toggle("translations", toggle(translations));
    if (anchor) showBead(anchor.dataset.bead, anchor);
  };
  translations?.addEventListener("click", showTranslations);

  const theme = find("#theme");
  const root = document.documentElement;
  const isDark = () => root.dataset.theme === "dark" || (root.dataset.theme === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
  if (theme) {
    toggle(theme, isDark());
    theme.addEventListener("click", () => {
      root.dataset.theme = isDark() ? "light" : "dark";
      toggle(theme, isDark());
    });
  }

  find("#save")?.addEventListener("click", () => {
    const file = new Blob([find("#comparison").textContent], { type: "application/json" });
    const link = element("a", { href: URL.createObjectURL(file), download: "comparison.json" });
    link.click();
    URL.revokeObjectURL(link.href);
  });

  // ---- pointer ----------------------------------------------------------------------------------------------------

  const beadUnder = (node) => {
    const place = node.closest?.(".s[data-bead], .item, .seg");
    return place?.dataset.bead ?? (place?.dataset.jump ? (find(`#${place.dataset.jump}`).dataset.bead ?? null) : null);
  };
  document.addEventListener("mouseover", (event) => light(beadUnder(event.target)));
  document.addEventListener("focusin", (event) => light(beadUnder(event.target)));

  document.addEventListener("click", (event) => {
    const target = event.target;
    const jumper = target.closest("[data-jump]");
    const tag = target.closest(".s .tag[data-difference]");
    const head = target.closest(".head");
    const sentence = target.closest(".s[data-bead]");
    const chip = target.closest(".chip");
    const tabButton = target.closest(".tabs button");
    if (jumper) jump(jumper.dataset.jump);
    else if (tag) go(find(`#item-${tag.dataset.difference}`), true);
    else if (head) {
      const item = head.parentElement;
      const on = find(".card", item).hidden;
      if (current && current !== item) open(current, false);
      open(item, on);
      step(item);
      reveal(item, 0.05);
    } else if (sentence) {
      if (getSelection().isCollapsed) (sentence === pinned ? unpin(true) : pin(sentence)); // selecting text is no click
    } else if (chip) {
      toggle(chip);
      filter();
    } else if (tabButton) tab(tabButton.dataset.tab);
  });

  for (const control of all("#search, #side, #severity")) control.addEventListener("input", filter);
  find("#reset")?.addEventListener("click", clearFilters);

  // ---- keyboard ---------------------------------------------------------------------------------------------------

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
    const group = all(".s[data-bead], .seg", from.closest(".scroll, .strip"));
    const next = group[group.indexOf(from) + by];
    if (!next) return;
    focusable(next);
    next.focus({ preventScroll: true });
    reveal(next);
  };

  const escape = () => {
    const search = document.activeElement?.id === "search" ? document.activeElement : null;
    const card = all(".card").find((other) => !other.hidden);
    if (search) search.blur();
    else if (!dock.hidden) unpin(true);
    else if (card) {
      open(card.parentElement, false);
      find(".head", card.parentElement).focus({ preventScroll: true });
    } else mark(null);
  };

  document.addEventListener("keydown", (event) => {
    const at = document.activeElement;
    if (event.key === "Escape") {
      escape();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || at.matches("input, select, textarea")) return;
    const steps = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
    if (event.key in steps && at.matches(".s, .seg")) arrow(at, steps[event.key]);
    else if ((event.key === "Enter" || event.key === " ") && at.matches(".s")) (at === pinned ? unpin(true) : pin(at));
    else if (event.key === "Enter" && current && at === document.body) open(current, find(".card", current).hidden);
    else if (event.key === "j") walk(1);
    else if (event.key === "k") walk(-1);
    else if (event.key === "t" && translations) showTranslations();
    else if (event.key === "/" && find("#search")) {
      if (getComputedStyle(find(".tabs")).display !== "none") tab("list");
      find("#search").focus();
    } else return;
    event.preventDefault();
  });
})();
