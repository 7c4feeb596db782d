// ==== review.js: decisions about differences and sentences; shown at once, confirmed by the page that holds the view ===

const decide = find("#decide"); // the two answers, which move into the open card
const fields = find("#fields"); // kind, severity and note, which do so too
const note = find("#note");
const confirmed = new Map(); // id -> {verdict, note, kind, severity}, as the page knows them
let pending = []; // {number, action, differences, text}: made here, not confirmed yet; number null until the page gave one
let reviewed = { undo: false, redo: false };
let partner = null; // the sentence chosen before the pinned one, on the other side
const faded = new Set(); // beads of which every difference was rejected
let linking = false; // whether the next sentence chosen on the other side is to be linked

const found = new Map(); // id -> the same as it was found, before any decision
for (const { dataset } of items) {
  found.set(dataset.id, { verdict: "", note: "", kind: dataset.kind, severity: dataset.severity });
  confirmed.set(dataset.id, { verdict: dataset.verdict, note: dataset.note });
}

// ---- what is decided -------------------------------------------------------------------------------------------------

const CHANGES = {
  accept: () => ({ verdict: "accepted" }),
  reject: () => ({ verdict: "rejected" }),
  note: (text) => ({ note: text }),
  relabel: (text) => ({ kind: text }),
  severity: (text) => ({ severity: text }),
};

/** What is still under way and shown at once; an undo takes back the newest of it. */
const underWay = () => {
  const made = [];
  for (const event of pending) {
    if (event.action === "undo") made.pop();
    else if (CHANGES[event.action] || event.action === "mend") made.push(event);
  }
  return made;
};

/** Decisions as they stand with everything that is still under way. */
const decisions = () => {
  const now = new Map(confirmed);
  for (const { action, differences, text } of underWay()) {
    for (const id of differences) now.set(id, { ...now.get(id), ...CHANGES[action](text) });
  }
  return now;
};
const decisionOn = (item, now) => ({ ...found.get(item.dataset.id), ...now.get(item.dataset.id) });

const familyClass = (item) => [...item.classList].find((name) => name.startsWith("item-"));

const drawItem = (item, { verdict, note: written, kind, severity }) => {
  Object.assign(item.dataset, { verdict, note: written });
  find(".verdict", item).textContent = verdict ? words(verdict) : "";
  find(".noted", item).hidden = !written;
  if (severity && severity !== item.dataset.severity) {
    item.dataset.severity = severity;
    const shownSeverity = find(".severity", item);
    shownSeverity.className = `severity severity-${severity}`;
    shownSeverity.textContent = words(severity);
  }
  const option = kind && find(`#relabel option[value="${kind}"]`);
  if (option && kind !== item.dataset.kind) {
    item.classList.replace(familyClass(item), `item-${option.dataset.family}`);
    item.dataset.kind = kind;
    find(".kind", item).textContent = option.textContent;
  }
  for (const node of all(`.text [data-difference="${item.dataset.id}"]`)) {
    node.classList.toggle("is-accepted", verdict === "accepted");
    node.classList.toggle("is-rejected", verdict === "rejected");
  }
  for (const bead of [item.dataset.bead, ...placesOf(item)]) fade(bead);
};

/** A passage is decided as soon as all its sentences are; its own word is theirs where they agree. */
const drawPassage = (passage) => {
  const inside = membersOf(passage);
  const verdicts = new Set(inside.map((item) => item.dataset.verdict));
  const left = inside.filter((item) => !item.dataset.verdict).length;
  const verdict = verdicts.size === 1 ? [...verdicts][0] : left ? "" : "decided";
  const severity = inside.some((item) => item.dataset.severity === "major") ? "major" : "minor";
  Object.assign(passage.dataset, { verdict, severity });
  const partly = words("progress", { decided: inside.length - left, total: inside.length });
  find(".verdict", passage).textContent = verdicts.size === 1 ? (verdict && words(verdict)) : partly;
  const shownSeverity = find(".severity", passage);
  shownSeverity.className = `severity severity-${severity}`;
  shownSeverity.textContent = words(severity);
};

const placesOf = (item) => all(`.text .tag[data-difference="${item.dataset.id}"]`).map((tag) => tag.closest(".s").dataset.bead);

/** What was rejected wholly loses its colour in the strips and between the texts too, or the eye still goes there. */
const fade = (bead) => {
  const group = beads.get(bead) ?? [];
  const rejected = (sentence) => {
    const tags = all(".tag[data-difference]", sentence);
    return tags.length > 0 && tags.every((tag) => tag.classList.contains("is-rejected"));
  };
  for (const sentence of group) {
    sentence.classList.toggle("is-rejected", rejected(sentence));
    segments.get(sentence.id)?.classList.toggle("is-rejected", rejected(sentence));
  }
  faded.delete(bead);
  const told = group.filter((sentence) => find(".tag[data-difference]", sentence));
  if (told.length && told.every(rejected)) faded.add(bead);
  emit("chosen");
};

const drawDecisions = () => {
  const now = decisions();
  for (const item of items) {
    const { verdict, note: written, kind, severity } = item.dataset;
    const wanted = decisionOn(item, now);
    if (wanted.verdict !== verdict || wanted.note !== written || wanted.severity !== severity || wanted.kind !== kind) drawItem(item, wanted);
  }
  all(".passage").forEach(drawPassage);
  drawMended();
  if (find("#verdict")?.value) filter();
  else count();
  const decided = items.filter((item) => item.dataset.verdict).length;
  const progress = find("#progress");
  if (progress) {
    find("progress", progress).value = decided;
    find("span", progress).textContent = words("progress", { decided, total: items.length });
  }
  for (const [id, possible] of [["#undo", reviewed.undo || pending.length > 0], ["#redo", reviewed.redo]]) {
    if (find(id)) find(id).disabled = !possible;
  }
  if (isOpen(current)) fillDecide(current);
};

const fillDecide = (item) => {
  if (!decide) return;
  const answers = find(":scope > .answers", cardOf(item));
  if (decide.parentElement !== answers) {
    answers.prepend(decide);
    (find(":scope > .more", cardOf(item)) ?? find(".store")).prepend(fields); // of each sentence, not of a passage
  }
  const { verdict, note: written, kind, severity, side } = item.dataset;
  const byHand = Boolean(item.dataset.byHand); // right it is, as the reader says so; what is not can be taken back
  find("#accept").hidden = byHand;
  find("#reject .what").textContent = words(byHand ? "flag_away" : "reject");
  press(find("#accept"), verdict === "accepted");
  press(find("#reject"), verdict === "rejected");
  find("#relabel option[value=omission]").disabled = side !== "source";
  find("#relabel option[value=addition]").disabled = side !== "target";
  find("#relabel").value = kind;
  find("#severity-of").value = severity;
  if (document.activeElement !== note) note.value = written;
};
on("opened", fillDecide);

const after = (action, values = {}) => {
  const event = { action, differences: [], source: [], target: [], text: "", ...values };
  pending.push({ ...event, number: null });
  post(event, pending.at(-1));
  drawDecisions();
};

/** What a key is about: the card that has the focus, or that of the sentence that has it, or else the current one. */
const subject = () => {
  const at = document.activeElement;
  const sentence = at?.closest(".s");
  if (!sentence || at.closest(".item")) return at?.closest(".item") ?? current;
  const group = beads.get(sentence.dataset.bead) ?? [sentence];
  const here = new Set(group.flatMap((other) => all(".tag[data-difference]", other)).map((tag) => itemOf(tag.dataset.difference)));
  if (here.has(current)) return current;
  const found = [...here].find((item) => !item.dataset.verdict) ?? [...here][0] ?? null;
  if (!found) say(words("no_difference_here"));
  return found;
};

/** Decide on a difference and go on to the next one that is open; the same decision again only goes on. */
const judge = (action, item = subject()) => {
  if (!item) return;
  const around = passageOf(item);
  const beside = around ? membersOf(around).filter((inner) => !inner.hidden) : [];
  const visible = shown();
  const rest = [...beside.slice(beside.indexOf(item) + 1), ...visible.slice(visible.indexOf(around ?? item) + 1)];
  const { verdict } = CHANGES[action]();
  const undecided = membersOf(item).filter((inner) => inner.dataset.verdict !== verdict);
  if (undecided.length) after(action, { differences: undecided.map((inner) => inner.dataset.id) });
  if (item.dataset.byHand && action === "reject") say(words("said_flag_away"));
  else say(words("said_decided", { verdict: words(item.dataset.verdict), kind: find(".kind", item).textContent }));
  const next = rest.find((other) => !other.dataset.verdict) ?? (item.hidden ? rest.find((other) => !other.hidden) : null);
  if (next) go(next, false);
  else if (current !== item && !item.hidden) go(item, false);
};

const change = (action, text) => after(action, { differences: [fields.closest(".item").dataset.id], text });

const writeNote = () => {
  const item = subject() ?? shown()[0];
  if (!item) return;
  if (item !== current || !isOpen(item)) go(item, true);
  if (current.classList.contains("passage")) go(membersOf(current).find((inner) => !inner.hidden), true);
  fill(current, true);
  note.focus();
};
const saveNote = () => {
  const item = note.closest(".item");
  if (item && note.value.trim() !== item.dataset.note) after("note", { differences: [item.dataset.id], text: note.value.trim() });
};

let turned = null; // an undo or redo whose effect is not seen yet: {name, before, mended, at}

/** Say what an undo or redo changed and go there, as soon as it is seen: at once, or when the page has answered. */
const sayTurned = () => {
  if (!turned) return;
  const { name, before, hand, at } = turned;
  const now = decisions();
  const changed = items.filter((item) => {
    const [was, is] = [decisionOn(item, before), decisionOn(item, now)];
    return ["verdict", "note", "kind", "severity"].some((part) => was[part] !== is[part]);
  });
  if (!changed.length) {
    if (hand !== JSON.stringify([...mends()])) sayStep(name, words("step_mend"));
    return;
  }
  const [item] = changed;
  const [was, is] = [decisionOn(item, before), decisionOn(item, now)];
  const made = name === "undo" ? was : is; // the state that has the step in it
  const step = was.verdict !== is.verdict ? (made.verdict ? words(made.verdict) : words("open"))
    : words(was.note !== is.note ? "note" : was.kind !== is.kind ? "kind" : "severity");
  const kind = find(".kind", item).textContent;
  const named = find(".card .mark", item)?.textContent ?? find(".card blockquote", item)?.textContent ?? "";
  sayStep(name, changed.length > 1 ? words("step_of_several", { step, count: changed.length })
    : words("step_of", { step, kind, words: named.length > NAMED ? `${named.slice(0, NAMED).trimEnd()}…` : named }));
  if (current === at) go(changed.length > 1 ? (passageOf(item) ?? item) : item, false);
};
const NAMED = 60; // code units of the words that name a difference

const sayStep = (name, what) => {
  turned = null;
  say(words(name === "undo" ? "said_undone_of" : "said_redone_of", { what }));
};

const turn = (name) => {
  turned = { name, before: decisions(), hand: JSON.stringify([...mends()]), at: current };
  after(name);
  say(words(name === "undo" ? "said_undone" : "said_redone")); // of a link, say, which brings another document
  sayTurned();
};

// ---- sentences: link, take apart, page furniture ---------------------------------------------------------------------

const choosePartner = (sentence) => {
  if (pinned && pinned.dataset.side !== sentence.dataset.side) partner = pinned;
  else if (partner?.dataset.side === sentence.dataset.side) partner = null;
};
const forgetPartner = () => {
  partner = null;
  letGo();
  linking = false;
  app.classList.remove("linking");
  emit("chosen");
};

const pairOf = (sentence) => {
  if (!partner || !sentence || partner === sentence || partner.dataset.side === sentence.dataset.side) return null;
  const [source, target] = sentence.dataset.side === "source" ? [sentence, partner] : [partner, sentence];
  return source.dataset.bead !== undefined && source.dataset.bead === target.dataset.bead ? null : { source, target };
};

const link = () => {
  if (!reviewable || !pinned || linkGathered()) return;
  const pair = pairOf(pinned);
  if (pair) {
    after("link", { source: [indexOf(pair.source)], target: [indexOf(pair.target)] });
    say(words("said_linking"));
    forgetPartner();
    unpin(false);
    return;
  }
  linking = true;
  app.classList.add("linking");
  fillDock(pinned);
  say(words("choose_other", { name: texts[opposite[pinned.dataset.side]].dataset.name }));
};

const unlink = () => {
  const bead = pinned?.dataset.bead;
  if (!reviewable || !bead) return;
  const [source, target] = ["source", "target"].map((side) => ofSide(bead, side).map(indexOf));
  if (!source.length || !target.length) return;
  after("unlink", { source, target });
  say(words("said_unlinking"));
  unpin(false);
};

/** Say of sentences of one side that they are "body" or "furniture"; their repetitions follow. */
const tell = (action, side, indices) => {
  after(action, { [side]: indices });
  say(words("said_working"));
};

/** The sentence that the reader chose, or else the one that has the keyboard. */
const chosen = () => pinned ?? document.activeElement?.closest(".s");

const isFurniture = (sentence) => sentence.classList.contains("s-furniture");
const isDoubtful = (sentence) => sentence.classList.contains("doubtful");

const tellChosen = (action) => {
  const at = document.activeElement;
  const row = at?.closest("#doubts li");
  const folded = at?.closest("summary")?.closest(".furniture");
  const card = at?.closest(".item");
  const told = folded ? find("[data-says=body]", folded) : card && find(":scope > .card > .answers > .apart, :scope > .card > .more > .aparts > .apart", card);
  if (row) answer(row, action);
  else if (folded && action === "body") told.click();
  else if (card && told) tell(action, told.dataset.side, told.dataset.sentences.split(" ").map(Number));
  else if (!folded) tellSentence(action);
};

const tellSentence = (action) => {
  const sentence = chosen();
  if (!reviewable || !sentence) return;
  if (!isDoubtful(sentence) && isFurniture(sentence) === (action === "furniture")) return;
  const { side, index } = sentence.dataset;
  const whole = all(`.asked .says[data-side=${side}][data-says=${action}]`).map((button) => button.dataset.sentences.split(" "));
  tell(action, side, (whole.findLast((line) => line.includes(index)) ?? [index]).map(Number)); // last: its own line, not all of a kind
  unpin(false);
};

/** Go to the next line in doubt, of one side where it is named. */
const nextDoubt = (side = null) => {
  const doubts = all(`${side ? `#text-${side} ` : ""}.s.doubtful`);
  if (!doubts.length) return;
  const next = doubts[(doubts.indexOf(chosen()) + 1) % doubts.length];
  if (app.dataset.tab !== next.dataset.side && !next.offsetParent) tab(next.dataset.side);
  pin(next);
  reveal(next);
  next.focus({ preventScroll: true });
};

const numberOf = (sentence) => words("sentence_of", { name: texts[sentence.dataset.side].dataset.name, number: indexOf(sentence) + 1 });

const tool = (label, act) => element("button", { type: "button", className: "tool small", textContent: label, onclick: act });

const sentenceTools = (sentence) => {
  if (gathered.size > 1) return gatheredTools();
  const pair = pairOf(sentence);
  const bead = beads.get(sentence.dataset.bead) ?? [];
  const tools = [];
  if (pair) tools.push(tool(words("link_pair", { source: numberOf(pair.source), target: numberOf(pair.target) }), link));
  else if (linking) tools.push(element("strong", { textContent: words("choose_other", { name: texts[opposite[sentence.dataset.side]].dataset.name }) }));
  else if (!isFurniture(sentence)) tools.push(tool(words("link_other"), link));
  if (new Set(bead.map((other) => other.dataset.side)).size === 2) tools.push(tool(words("unlink"), unlink));
  if (!isFurniture(sentence) && flagging) tools.push(tool(words("flag"), flagPinned));
  if (isFurniture(sentence) || isDoubtful(sentence)) tools.push(tool(words("compare_line"), () => tellChosen("body")));
  if (!isFurniture(sentence) || isDoubtful(sentence)) tools.push(tool(words("leave_out"), () => tellChosen("furniture")));
  return tools;
};

/** A dashed line between the two sentences that would be linked. */
const linkPreview = (shifts, left, width) => {
  const pair = pairOf(pinned);
  if (!pair || !places.get(pair.source) || !places.get(pair.target)) return [];
  const middle = (side) => (places.get(pair[side])[0] + places.get(pair[side])[1]) / 2 + shifts[side];
  const [a, b] = [middle(left), middle(opposite[left])];
  const line = document.createElementNS(canvas.namespaceURI, "path");
  line.setAttribute("class", "preview");
  line.setAttribute("d", `M0 ${a}C${width / 2} ${a} ${width / 2} ${b} ${width} ${b}`);
  return [line];
};

if (decide) {
  for (const action of ["accept", "reject"]) {
    find(`#${action}`).addEventListener("click", () => judge(action, decide.closest(".item")));
  }
  find("#relabel").addEventListener("change", (event) => change("relabel", event.target.value));
  find("#severity-of").addEventListener("change", (event) => change("severity", event.target.value));
  note.addEventListener("change", saveNote);
  note.addEventListener("input", () => emit("place"));
  for (const name of ["undo", "redo"]) find(`#${name}`).addEventListener("click", () => turn(name));
}
