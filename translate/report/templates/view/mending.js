// ==== mending.js: translations that the reader writes in a card, in place of the machine's ============================

const machine = new Map(); // id of a sentence -> its translation as it came: as it is drawn, and its words alone
for (const under of all(".text .under")) {
  machine.set(under.parentElement.id, { drawn: under.cloneNode(true), plain: under.dataset.plain ?? under.textContent });
}
const mended = new Map(); // id of a sentence -> its translation by hand, as drawn
const cardsOf = new Map(); // id of a sentence -> the buttons of the cards that show its translation
const sentencesOf = (button) => button.dataset.sentences.split(" ").map((index) => `${button.dataset.side}-${index}`);
for (const button of all(".mends")) {
  for (const id of sentencesOf(button)) cardsOf.set(id, [...(cardsOf.get(id) ?? []), button]);
}

/** Translations by hand as they stand with everything that is still under way. */
const mends = () => {
  const now = new Map(Object.entries(reviewed.mended ?? {}));
  for (const { action, source, target, text } of underWay()) {
    if (action !== "mend") continue;
    for (const id of [...source.map((i) => `source-${i}`), ...target.map((i) => `target-${i}`)]) {
      if (text) now.set(id, text);
      else now.delete(id);
    }
  }
  return now;
};

const drawCard = (button) => {
  const unders = sentencesOf(button).map((id) => find(`#${id} .under`)).filter(Boolean);
  const shown = () => unders.flatMap((under, place) => [...(place ? [" "] : []), ...copyOf(under)]);
  const side = button.closest(".side");
  find(".translated bdi", side).replaceChildren(...shown());
  reachSenses(side);
  const item = button.closest(".item");
  const excerpt = item.dataset.side === button.dataset.side && find(".head .excerpt.translated bdi", item);
  if (excerpt) excerpt.replaceChildren(...shown());
};

const drawMended = () => {
  const now = mends();
  for (const [id, came] of machine) {
    const text = now.get(id) ?? "";
    if (text === (mended.get(id) ?? "")) continue;
    mended.set(id, text);
    find(`#${id} .under`).replaceChildren(...(text ? [words("mended", { translation: text })] : came.drawn.cloneNode(true).childNodes));
    for (const button of cardsOf.get(id) ?? []) drawCard(button);
    if (pinned?.id === id) fillDock(pinned);
  }
};

/** A field for each sentence of one side of a card, with what it says now. */
const openMending = (button) => {
  const { side } = button.dataset;
  const fields = sentencesOf(button).filter((id) => machine.has(id)).map((id) => {
    const field = element("textarea", { rows: 3, maxLength: 10_000, lang: texts[side].dataset.otherLang, value: mended.get(id) || machine.get(id).plain });
    field.dataset.of = id;
    return field;
  });
  const label = (field) => element("label", { className: "pick write" }, element("span", { textContent: numberOf(find(`#${field.dataset.of}`)) }), field);
  const tool = (name, act) => element("button", { type: "button", className: "tool small", textContent: words(name), onclick: act });
  const close = () => {
    box.remove();
    button.hidden = false;
    button.focus();
  };
  const save = (texts) => {
    for (const [id, text] of texts) {
      const [side, index] = id.split("-");
      const wanted = text === machine.get(id).plain ? "" : text; // the machine's words are no correction
      if (wanted !== (mended.get(id) ?? "")) after("mend", { [side]: [Number(index)], text: wanted });
    }
    say(words("said_mended"));
    close();
  };
  const written = () => fields.map((field) => [field.dataset.of, field.value.trim().replace(/\s+/g, " ")]);
  const box = element("div", { className: "mending" }, ...fields.map(label),
    tool("mend_save", () => save(written())),
    tool("mend_machine", () => save(fields.map((field) => [field.dataset.of, ""]))),
    tool("mend_cancel", close));
  button.hidden = true;
  button.after(box);
  fields[0]?.focus();
};

document.addEventListener("click", ({ target }) => {
  const button = target.closest(".mends");
  if (button) openMending(button);
});
