// ==== roles.js: what Streamlit's own parts are called for screen readers, where it says nothing or what does not fit ====

const MAIN = '[data-testid="stMain"]';
const SIDEBAR = '[data-testid="stSidebar"]';
const DROPZONES = '[data-testid="stFileUploaderDropzone"]';

/** Set what is not set yet; an attribute that is right is left alone, or the page would never come to rest. */
const mendRoles = () => {
  document.querySelector(`${MAIN}:not([role])`)?.setAttribute("role", "main");
  const list = document.querySelector(SIDEBAR);
  if (list) {
    // Whether it is folded says the button that folds it; a section has no such state. The style sheet asks for ours.
    if (list.hasAttribute("aria-expanded")) {
      list.dataset.unfolded = list.getAttribute("aria-expanded");
      list.removeAttribute("aria-expanded");
    }
    const name = list.querySelector(".st-key-stories-head strong")?.textContent ?? "";
    if (name && list.getAttribute("aria-label") !== name) list.setAttribute("aria-label", name);
  }
  for (const zone of document.querySelectorAll(DROPZONES)) {
    if (zone.getAttribute("role") === "presentation") zone.setAttribute("role", "group"); // it has a name and takes the focus
    const pane = zone.closest('[data-testid="stColumn"]')?.querySelector("textarea")?.getAttribute("aria-label");
    const name = zone.getAttribute("aria-label");
    if (pane && !name.startsWith(pane)) zone.setAttribute("aria-label", `${pane}: ${name}`); // there is one for each pane
  }
};

/** Keep the roles right while Streamlit draws. */
const watchRoles = () => {
  const observer = new MutationObserver(mendRoles);
  const watched = { childList: true, subtree: true, attributes: true, attributeFilter: ["aria-expanded", "role"] };
  observer.observe(document.querySelector('[data-testid="stApp"]'), watched);
  mendRoles();
  return () => observer.disconnect();
};
