// ==== gathering.js: several sentences that the reader chooses one after the other, to link them at once =============

const gathered = new Set(); // in the order in which they were chosen

const letGo = () => {
  for (const sentence of gathered) sentence.classList.remove("gathered");
  gathered.clear();
};

const gatheredOn = (side) => [...gathered].filter((other) => other.dataset.side === side).sort((a, b) => indexOf(a) - indexOf(b));

/** Choose one more sentence, or one less; the first is the one that was chosen before. */
const gather = (sentence) => {
  if (!sentence.dataset.bead) return;
  if (!gathered.size && pinned?.dataset.bead && pinned !== sentence) gathered.add(pinned);
  if (!gathered.delete(sentence)) gathered.add(sentence);
  for (const other of sentences) other.classList.toggle("gathered", gathered.has(other));
  if (!gathered.size) {
    unpin(true);
    return;
  }
  pinned = gathered.has(sentence) ? sentence : [...gathered].at(-1);
  fillDock(pinned);
  mark(null, [...gathered]);
  focusable(sentence);
  emit("place");
};

const namesOf = (side) => {
  const here = gatheredOn(side);
  return here.length === 1 ? numberOf(here[0])
    : words("sentences_of", { name: texts[side].dataset.name, numbers: here.map((other) => indexOf(other) + 1).join(", ") });
};

const gatheredTools = () => {
  const [source, target] = ["source", "target"].map((side) => gatheredOn(side).length);
  const tools = source && target ? [tool(words("link_pair", { source: namesOf("source"), target: namesOf("target") }), link)]
    : [element("strong", { textContent: words("choose_other", { name: texts[source ? "target" : "source"].dataset.name }) })];
  if (flagging) tools.push(tool(words("flag"), flagPinned));
  return [...tools, tool(words("let_go"), () => unpin(true))];
};

/** Whether what is gathered was linked, or is what a link waits for. */
const linkGathered = () => {
  if (gathered.size < 2) return false;
  const [source, target] = ["source", "target"].map((side) => gatheredOn(side).map(indexOf));
  if (!source.length || !target.length) {
    say(words("choose_other", { name: texts[source.length ? "target" : "source"].dataset.name }));
    return true;
  }
  after("link", { source, target });
  say(words("said_linking"));
  unpin(false);
  return true;
};

// With Shift a click would select the words up to there; where some are selected already, it may.
document.addEventListener("mousedown", (event) => {
  if (reviewable && event.shiftKey && event.target.closest(".s") && getSelection().isCollapsed) event.preventDefault();
});
