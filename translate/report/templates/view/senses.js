// ==== senses.js: words of a gloss that are only likely; the keyboard and a finger reach what else they may say ========

/** What a translation holds, its marked words among it. */
const copyOf = (under) => under.cloneNode(true).childNodes;

/** The likely words in a box are one stop of the Tab key; the arrows go from one to the next. */
const reachSenses = (box) => {
  for (const [place, guess] of all(".translated .guess", box).entries()) {
    guess.tabIndex = place ? -1 : 0;
    guess.dataset.also = guess.title;
    guess.setAttribute("role", "note");
    guess.setAttribute("aria-label", `${guess.textContent}, ${guess.title}`);
  }
};

const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

document.addEventListener("keydown", (event) => {
  const guess = event.target.closest?.(".guess[tabindex]");
  const step = STEPS[event.key];
  if (!guess || !step || event.ctrlKey || event.metaKey || event.altKey) return;
  const row = all(".guess[tabindex]", guess.closest(".side, .half"));
  const next = row[row.indexOf(guess) + step];
  event.preventDefault();
  event.stopPropagation();
  if (!next) return;
  guess.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}, true);

for (const side of all(".card .side")) reachSenses(side);
