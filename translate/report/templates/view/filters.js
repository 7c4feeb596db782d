// ==== filters.js: which differences the list shows and in which order, and how many there are of each ================

const CONTROLS = "#search, #side, #severity, #confidence, #verdict";
const filterBox = find("#filters");

const plain = (text) => text.toLowerCase().replaceAll("ё", "е").normalize("NFC");
const searched = (item) => all(".kind, bdi", item).map((node) => node.textContent).join("\n");
const haystacks = new Map(items.map((item) => [item, plain(searched(item))]));

const hasVerdict = (item, wanted) =>
  wanted === "noted" ? Boolean(item.dataset.note) : wanted === "open" ? !item.dataset.verdict : item.dataset.verdict === wanted;

const isSet = (control) => Boolean(control.value) && control.value !== "0";
const chosenKinds = () => all(".chip[aria-pressed=true]").map((chip) => chip.dataset.kind);

/** How many filters are set, on the button that holds them; the search beside it is in sight anyway. */
const showSet = () => {
  const controls = all(CONTROLS);
  for (const control of controls) control.classList.toggle("set", isSet(control));
  const behind = controls.filter((control) => control.id !== "search" && isSet(control)).length + (chosenKinds().length ? 1 : 0);
  const button = find("#for-filters");
  const count = find("b", button);
  count.hidden = !behind;
  count.textContent = behind;
  button.classList.toggle("set", behind > 0);
  if (behind) button.setAttribute("aria-label", words("filters_set", { count: behind }));
  else button.removeAttribute("aria-label");
  find("#clear").hidden = !behind && !isSet(find("#search"));
};

const filter = () => {
  if (!items.length) return;
  const kinds = chosenKinds();
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
  showSet();
  count();
  find("#empty").hidden = hidden.size < items.length;
  emit("place");
};

/** The counts: what was called not right is no difference any more, but stays in the list. */
const count = () => {
  if (!items.length) return;
  const wrong = items.filter((item) => item.dataset.verdict === "rejected").length;
  const left = items.filter((item) => !item.hidden).length;
  find("#count").textContent = left < items.length ? words("count_of", { shown: left, total: items.length }) : items.length - wrong;
  find("#not-right").textContent = words("not_right_count", { count: wrong });
  find("#not-right").hidden = !wrong;
  for (const chip of all(".chip")) {
    const alike = items.filter((item) => item.dataset.kind === chip.dataset.kind);
    find("b", chip).textContent = alike.filter((item) => item.dataset.verdict !== "rejected").length;
    chip.hidden = !alike.length && chip.getAttribute("aria-pressed") !== "true";
  }
  const matching = {
    "#side": (item, value) => item.dataset.side === value,
    "#severity": (item, value) => item.dataset.severity === value,
    "#confidence": (item, value) => Number(item.dataset.confidence) >= Number(value),
    "#verdict": hasVerdict,
  };
  for (const [id, has] of Object.entries(matching)) {
    for (const option of find(id).options) {
      if (!option.value || option.value === "0") continue;
      option.dataset.name ??= option.textContent;
      option.textContent = words("option_count", { name: option.dataset.name, count: items.filter((item) => has(item, option.value)).length });
    }
  }
};

const clearFilters = () => {
  for (const control of all(CONTROLS)) control.value = control.id === "confidence" ? "0" : "";
  for (const chip of all(".chip")) press(chip, false);
  filter();
};

const showFilters = (wanted) => {
  if (!filterBox) return;
  filterBox.hidden = !wanted;
  find("#for-filters").setAttribute("aria-expanded", String(wanted));
  emit("place");
};

// What only one version tells stands behind what contradicts; in a retelling it has a rank.
const weight = ({ classList, dataset: { severity, rank } }) =>
  [severity === "major" ? 0 : 1, classList.contains("item-only") ? 1 : 0, -Number(rank)];
const ORDERS = {
  matter: (item) => [...weight(item), -Number(item.dataset.confidence), Number(item.dataset.order)],
  reading: (item) => [Number(item.dataset.order)],
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
find("#for-filters")?.addEventListener("click", () => showFilters(filterBox.hidden));
find("#clear")?.addEventListener("click", () => {
  clearFilters();
  find("#for-filters").focus();
});
