// Folds the list of stories when a visit begins in a narrow window, where two texts need the room; it unfolds by a click.
const WIDE = 1200; // pixels
let seen = false; // once for each time that the page is loaded

export default function () {
  if (seen) return;
  seen = true;
  if (window.innerWidth >= WIDE) return;
  document
    .querySelector('[data-testid="stSidebar"]:is([aria-expanded="true"], [data-unfolded="true"]) [data-testid="stSidebarCollapseButton"] button')
    ?.click();
}
