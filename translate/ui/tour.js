// ==== tour.js: a few steps above the view, shown once in a browser and whenever the visitor asks =====================

const TOUR_SEEN = "parallax-tour";
const TOUR_STYLE = `
  .tour { display: flex; flex-wrap: wrap; gap: 0.25rem 0.75rem; align-items: baseline; padding: 0.375rem 0.75rem; margin-bottom: 0.375rem;
    border: 1px solid light-dark(#0b5585, #84c3ec); border-radius: 6px; font: 0.875rem/1.45 "Source Sans", sans-serif; color: light-dark(#121315, #e6e4df); }
  .tour p { margin: 0; flex: 1 1 20rem; }
  .tour .count { flex: none; font-variant-numeric: tabular-nums; color: light-dark(#5b5e63, #a4a6ab); }
  .tour button { font: inherit; color: inherit; background: none; border: 1px solid light-dark(#8b8e93, #6b6e74); border-radius: 6px; padding: 0.0625rem 0.625rem; cursor: pointer; }
  .tour button:focus-visible { outline: 2px solid light-dark(#0b5585, #84c3ec); outline-offset: 2px; }`;

/** Whether this browser has shown it; one that keeps nothing is not asked twice in a visit either. */
let seenNow = false;
const tourSeen = () => {
  try {
    return seenNow || localStorage.getItem(TOUR_SEEN) !== null;
  } catch {
    return seenNow;
  }
};
const rememberTour = () => {
  seenNow = true;
  try {
    localStorage.setItem(TOUR_SEEN, "seen");
  } catch {
    // a browser may forbid it: then it is remembered as long as the page is open
  }
};

class Tour {
  constructor(place) {
    this.place = place;
    this.step = null;
    this.asked = 0;
  }

  update(words) {
    this.words = words;
    if (words.asked > this.asked || (this.step === null && !tourSeen())) this.go(0);
    else if (this.step !== null) this.go(this.step); // perhaps in another language
    this.asked = words.asked;
  }

  go(step) {
    this.step = step;
    const focused = this.place.contains(this.place.getRootNode().activeElement);
    this.place.replaceChildren(...(step === null ? [] : [this.style(), this.box()]));
    if (focused) this.place.querySelector("button")?.focus();
  }

  close() {
    rememberTour();
    this.go(null);
  }

  style() {
    return Object.assign(document.createElement("style"), { textContent: TOUR_STYLE });
  }

  box() {
    const { steps, name, next, skip, done } = this.words;
    const last = this.step === steps.length - 1;
    const box = Object.assign(document.createElement("section"), { className: "tour", ariaLabel: name });
    const count = Object.assign(document.createElement("span"), { className: "count", textContent: `${this.step + 1} / ${steps.length}` });
    const text = Object.assign(document.createElement("p"), { textContent: steps[this.step] });
    text.setAttribute("role", "status");
    box.append(count, text, this.button(last ? done : next, () => (last ? this.close() : this.go(this.step + 1))));
    if (!last) box.append(this.button(skip, () => this.close()));
    return box;
  }

  button(label, act) {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: label });
    button.addEventListener("click", act);
    return button;
  }
}
