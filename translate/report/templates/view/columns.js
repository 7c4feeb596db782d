// ==== columns.js: how the two columns are shown: original or translation, which side, which theme, which tab =========

const show = (side, what) => {
  const text = texts[side];
  text.dataset.show = what;
  for (const under of all(".under", text)) {
    // Alone it takes the place of the original, before the tags; with the original it stands below both.
    if (what === "translation") find(".words", under.parentElement).after(under);
    else if (what === "both") under.parentElement.append(under);
  }
  for (const button of all(".shows button", text)) press(button, button.dataset.show === what);
  // The list follows the columns, so that who reads one language reads its evidence in that language too.
  app.dataset.reads = readingNow() || (all(".text[data-show=both]").length ? "both" : "");
};

const keepPlace = (change) => {
  const anchor = pinned ?? groupOf(markedBead)[0];
  change();
  reading && (reading.value = readingNow());
  if (anchor?.dataset.bead) showBead(pinned ? anchor.dataset.bead : markedBead, anchor, pinned);
  emit("place");
};

/** The one language in which both columns can be read now, "" where both languages are in sight. */
const readingNow = () => {
  for (const [own, other] of [["source", "target"], ["target", "source"]]) {
    if (texts[own].dataset.show === "original" && texts[other].dataset.show === "translation") return own;
  }
  return "";
};

const reading = find("#reading");
const readIn = (side) => keepPlace(() => {
  for (const own of ["source", "target"]) show(own, side && own !== side ? "translation" : "original");
});
reading?.addEventListener("change", () => readIn(reading.value));

/** Translations under the originals, everywhere or nowhere. */
const translations = find("#translations");
const showTranslations = () => keepPlace(() => {
  const wanted = press(translations) ? "both" : "original";
  for (const side of ["source", "target"]) if (find(".shows", texts[side])) show(side, wanted);
});
translations?.addEventListener("click", showTranslations);

const swap = () => {
  const held = { source: columns.source.scrollTop, target: columns.target.scrollTop }; // moving a node forgets it
  const [first, second] = all(".text");
  desk.insertBefore(second, find("#gutter"));
  desk.insertBefore(first, find("#gutter").nextSibling);
  for (const side of ["source", "target"]) columns[side].scrollTop = held[side];
  app.dataset.first = second.dataset.side;
  emit("chosen");
  emit("place");
};
find("#swap").addEventListener("click", () => {
  swap();
  say(words("swapped", { first: find(".text").dataset.name }));
});

const tab = (name) => {
  app.dataset.tab = name;
  for (const button of all(".tabs button")) {
    press(button, button.classList.contains("both") ? name !== "list" : button.dataset.tab === name);
  }
};

const theme = find("#theme");
const isDark = () => root.dataset.theme === "dark" || (root.dataset.theme === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
if (theme) {
  press(theme, isDark());
  theme.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    press(theme, isDark());
  });
}

find("#save")?.addEventListener("click", () => {
  const file = new Blob([find("#comparison").textContent], { type: "application/json" });
  const link = element("a", { href: URL.createObjectURL(file), download: "comparison.json" });
  link.click();
  URL.revokeObjectURL(link.href);
});
