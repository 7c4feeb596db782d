// ==== by_hand.js: a difference that nobody found, flagged by the reader: its words, its kind, how much it weighs ======

const flagBar = find("#flag"); // beside the words that are selected
const flagging = find("#flagging"); // where the difference is described; null where nothing can be flagged
const held = { source: [], target: [] }; // what is marked on either side: {sentence, start, end, range}

const codePoints = (text) => [...text].length;

/** The words of a sentence that stand in a range; null where none do. */
const markedIn = (sentence, range) => {
  const own = find(".words", sentence);
  if (!range.intersectsNode(own)) return null;
  const part = document.createRange();
  part.selectNodeContents(own);
  const before = part.cloneRange();
  if (own.contains(range.startContainer)) part.setStart(range.startContainer, range.startOffset);
  if (own.contains(range.endContainer)) part.setEnd(range.endContainer, range.endOffset);
  before.setEnd(part.startContainer, part.startOffset);
  const start = codePoints(before.toString());
  return part.toString().trim() ? { sentence, start, end: start + codePoints(part.toString()), range: part } : null;
};

const wholeOf = (sentence) => {
  const range = document.createRange();
  range.selectNodeContents(find(".words", sentence));
  return markedIn(sentence, range);
};

/** The words of the story that are selected, all of one text. */
const selectedWords = () => {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return [];
  const range = selection.getRangeAt(0);
  const column = (range.commonAncestorContainer.parentElement ?? document).closest?.(".text") ?? range.startContainer.parentElement?.closest(".text");
  return column ? all(".s[data-bead]", column).map((sentence) => markedIn(sentence, range)).filter(Boolean) : [];
};

const isFlagging = () => Boolean(flagging) && !flagging.hidden;

/** Mark what is held in the texts, where the browser can. */
const paintHeld = () => {
  if (!CSS.highlights) return;
  CSS.highlights.set("held", new Highlight(...(isFlagging() ? [...held.source, ...held.target].map(({ range }) => range) : [])));
};

const isWhole = ({ sentence, start, end }) => start === 0 && end === codePoints(wordsOf(sentence));

const KIND_OF = { source: "omission", target: "addition" };

const drawHeld = () => {
  const given = ["source", "target"].filter((side) => held[side].length);
  for (const row of all(".marked", flagging)) {
    const here = held[row.dataset.side];
    find("bdi", row).textContent = here.map(({ range }) => range.toString().trim().replace(/\s+/g, " ")).join(" … ");
    find(".quiet", row).hidden = here.length > 0;
    find("button", row).hidden = !here.length;
  }
  const kind = find("#flag-kind");
  for (const [side, only] of Object.entries(KIND_OF)) {
    find(`option[value=${only}]`, kind).disabled = given.length !== 1 || given[0] !== side;
  }
  if (!kind.dataset.chosen || kind.selectedOptions[0]?.disabled) {
    kind.value = given.length !== 1 ? "meaning" : held[given[0]].every(isWhole) ? KIND_OF[given[0]] : "partial";
  }
  find("#flag-save").disabled = !given.length;
  paintHeld();
};

/** Hold words for the difference; those of a side take the place of others there. */
const hold = (marked) => {
  for (const side of ["source", "target"]) {
    const here = marked.filter(({ sentence }) => sentence.dataset.side === side);
    if (here.length) held[side] = here;
  }
};

const openFlag = (marked) => {
  if (!flagging || !marked.length) return false;
  if (!isFlagging()) {
    Object.assign(held, { source: [], target: [] });
    delete find("#flag-kind").dataset.chosen;
    find("#flag-note").value = "";
  }
  hold(marked);
  flagBar.hidden = true;
  flagging.hidden = false;
  drawHeld();
  return true;
};

const closeFlag = () => {
  if (!isFlagging()) return false;
  flagging.hidden = true;
  paintHeld();
  (pinned ?? held.source[0]?.sentence ?? held.target[0]?.sentence)?.focus({ preventScroll: true });
  return true;
};

const startFlag = (marked) => {
  if (openFlag(marked)) find("#flag-kind").focus();
};

/** Flag what is chosen: the sentences gathered, or else the pinned one with what it was compared with or chosen after. */
const flagPinned = () => {
  const pair = pairOf(pinned);
  const chosen = gathered.size > 1 ? [...gathered] : pair ? [pair.source, pair.target] : (beads.get(pinned.dataset.bead) ?? [pinned]);
  startFlag(chosen.sort((a, b) => indexOf(a) - indexOf(b)).map(wholeOf).filter(Boolean));
};

/** Whether the sentence that has the keyboard was marked, whole or in the words that are selected. */
const flagFocused = () => {
  const at = document.activeElement?.closest(".text .s[data-bead]");
  if (!flagging) return false;
  const selected = selectedWords();
  if (!at && !selected.length) return false;
  startFlag(selected.length ? selected : [wholeOf(at)].filter(Boolean));
  return true;
};

const placeBar = () => {
  const marked = isFlagging() ? [] : selectedWords();
  flagBar.hidden = !marked.length;
  if (!marked.length) return;
  const { left, bottom, top } = marked.at(-1).range.getBoundingClientRect();
  const { width, height } = flagBar.getBoundingClientRect();
  const below = bottom + 6 + height < innerHeight;
  flagBar.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`;
  flagBar.style.top = `${Math.max(8, below ? bottom + 6 : top - height - 6)}px`;
};

if (flagging) {
  document.addEventListener("selectionchange", throttled(() => {
    const marked = isFlagging() ? selectedWords() : [];
    if (marked.length) openFlag(marked);
    else placeBar();
  }));
  for (const side of ["source", "target"]) columns[side].addEventListener("scroll", throttled(placeBar), { passive: true });
  flagBar.addEventListener("mousedown", (event) => event.preventDefault()); // the selection stays
  flagBar.addEventListener("click", () => startFlag(selectedWords()));
  for (const row of all(".marked", flagging)) {
    find("button", row).addEventListener("click", () => {
      held[row.dataset.side] = [];
      drawHeld();
    });
  }
  find("#flag-kind").addEventListener("change", ({ target }) => { target.dataset.chosen = "yes"; });
  find("#flag-cancel").addEventListener("click", closeFlag);
  find("#flag-save").addEventListener("click", () => {
    const marked = ["source", "target"].flatMap((side) => held[side].map(({ sentence, start, end }) => [side, indexOf(sentence), start, end]));
    after("flag", { marked, kind: find("#flag-kind").value, severity: find("#flag-severity").value, text: find("#flag-note").value.trim() });
    say(words("said_flagging"));
    getSelection().removeAllRanges();
    closeFlag();
  });
}
