// What the page does where it has no reading view.

const HELP_KEYS = ["?", ","]; // on a Russian keyboard the same key gives a comma with shift

const act = (key) => (NEXT_STORY_KEYS.includes(key) ? openNextStory() : HELP_KEYS.includes(key) && openHelp());

export default function () {
  const stops = [watchErrors(), watchRoles(), watchKeys(act)];
  return () => { for (const stop of stops) stop(); };
}
