// ==== attention.js: errors are brought into sight, and the keys of the view work wherever the focus is =============

const ERROR = '[data-testid="stAlertContentError"]';
// Where a letter is a letter, and where keys belong to what is open.
const FIELDS = 'input:not([type="radio"], [type="checkbox"], [type="button"]), textarea, select, [contenteditable="true"]';
const OPEN = '[role="dialog"], [role="menu"], [role="listbox"], [data-testid="stPopoverBody"]';
const IDLE_KEYS = ["Enter", "Escape", "ArrowDown", "ArrowUp"]; // on a button or a link these have a meaning of their own

const isTyping = (node) => Boolean(node?.closest?.(FIELDS));

/** Scroll to each error that is new and give it the focus, unless the visitor is typing elsewhere. */
const watchErrors = () => {
  const page = document.querySelector('[data-testid="stApp"]');
  let known = new Set();
  const look = () => {
    const errors = [...page.querySelectorAll(ERROR)];
    const fresh = errors.find((error) => !known.has(error.textContent));
    known = new Set(errors.map((error) => error.textContent));
    if (!fresh) return;
    const alert = fresh.closest('[role="alert"]') ?? fresh;
    alert.scrollIntoView({ block: "nearest" });
    if (isTyping(document.activeElement)) return; // it is read out as an alert all the same
    alert.tabIndex = -1;
    alert.focus({ preventScroll: true });
  };
  const observer = new MutationObserver(look);
  observer.observe(page, { childList: true, subtree: true });
  look();
  return () => observer.disconnect();
};

/** Hand on the keys that are pressed on the page outside of the view; `act` says whether it took one. */
const watchKeys = (act) => {
  const hear = (event) => {
    const at = event.composedPath()[0];
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(at) || document.querySelector(OPEN)) return;
    const letter = event.key.length === 1 && event.key !== " ";
    const idle = at === document.body || !at.closest?.("button, a, summary, label, [tabindex='0']");
    if (!letter && !(idle && IDLE_KEYS.includes(event.key))) return;
    if (!act(event.key)) return;
    event.preventDefault();
    event.stopImmediatePropagation(); // Streamlit has keys of its own: r would draw the page anew
  };
  window.addEventListener("keydown", hear, true);
  return () => window.removeEventListener("keydown", hear, true);
};

/** Press a button of the page; whether there was one that can be pressed. */
const pressOnPage = (key) => {
  const button = document.querySelector(`.st-key-${key} button:not(:disabled)`);
  button?.click();
  return Boolean(button);
};
const openHelp = () => pressOnPage("help");
const openNextStory = () => pressOnPage("next-undecided");

const NEXT_STORY_KEYS = ["N", "Т"]; // the same key on a Russian keyboard
