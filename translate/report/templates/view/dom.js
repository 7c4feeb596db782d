// ==== dom.js: short hands for the document, the words of the interface, and signals between the parts ==============

const find = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const app = find("#app");
const root = document.documentElement;
const reviewable = app.dataset.reviewable === "yes";
const WORDS = JSON.parse(find("#words").textContent);
const calm = matchMedia("(prefers-reduced-motion: reduce)");

/** A string of the interface with its {places} filled. */
const words = (name, values = {}) => WORDS[name].replace(/\{(\w+)\}/g, (_, place) => values[place]);

/** An element; children that are strings become text, never markup. */
const element = (name, properties = {}, ...children) => {
  const node = Object.assign(document.createElement(name), properties);
  node.append(...children);
  return node;
};

const press = (button, on = button.getAttribute("aria-pressed") !== "true") => {
  button.setAttribute("aria-pressed", String(on));
  return on;
};

/** The parts know each other by these signals alone, such as "chosen" (another bead stands out) and "place" (worth remembering). */
const heard = new Map();
const on = (signal, act) => heard.set(signal, [...(heard.get(signal) ?? []), act]);
const emit = (signal, ...values) => { for (const act of heard.get(signal) ?? []) act(...values); };

const SPOKEN = 6000; // milliseconds that what was said stays in sight
let silence = 0;
const say = (text) => {
  const spoken = find("#spoken");
  spoken.textContent = text;
  spoken.classList.add("fresh");
  clearTimeout(silence);
  silence = setTimeout(() => spoken.classList.remove("fresh"), SPOKEN);
};

/** Once per frame at most. */
const throttled = (act) => {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      act();
    });
  };
};
