// What the page does where it has no reading view.

const HELP_KEYS = ["?", ","]; // on a Russian keyboard the same key gives a comma with shift

export default function () {
  const stops = [watchErrors(), watchKeys((key) => HELP_KEYS.includes(key) && openHelp())];
  return () => { for (const stop of stops) stop(); };
}
