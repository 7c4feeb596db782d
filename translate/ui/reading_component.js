// The reading view on the page: the document of the view in a sandboxed frame, and the messages between it and Python.
// The frame has an origin of its own (no allow-same-origin), so whatever a story contains cannot reach the page.

const documents = new Map(); // digest of a view -> its HTML; Python sends each one once
const KEPT_DOCUMENTS = 4;
const SWAP_PATIENCE = 2000; // milliseconds that a view is given to tell where its reader stands before the next one comes
const LOWEST = 320; // pixels: in a lower window the page scrolls
const SETTLING = [0, 150, 600]; // milliseconds after which the page may have taken on another theme
const darkly = matchMedia("(prefers-color-scheme: dark)");
const mounted = new WeakMap(); // the element that Streamlit gives -> the workbench in it

class Workbench {
  constructor(root) {
    this.host = document.createElement("div");
    this.host.style.position = "relative";
    const tour = document.createElement("div");
    root.append(tour, this.host);
    this.tour = new Tour(tour);
    this.frame = null;
    this.digest = null;
    this.ready = false;
    this.about = new WeakMap(); // frame -> the digest and the story of its document
    this.unheard = 0; // keys that were handed to the view
    this.waiting = []; // keys that were pressed while there was no view to hand them to
    this.leaving = null; // the frame that was asked to give way
    this.left = false; // it has told where its reader stands, and takes no keys any more
    this.arrived = null; // the frame that is to take its place
    this.pending = []; // events that Python has not confirmed
    this.last = 0; // number of the newest event
    this.place = null; // where the reader stands: scroll positions, open card, filters
    this.listen = (message) => this.hear(message);
    window.addEventListener("message", this.listen);
    this.follow(root.host ?? this.host.parentElement, tour);
    this.stops = [watchErrors(), watchRoles(), watchKeys((key) => this.press(key))];
  }

  /** The view is as high as the window leaves, and as dark as the page, whenever either changes. */
  follow(element, tour) {
    this.element = element;
    this.page = element.closest('[data-testid="stMain"]');
    this.content = element.closest('[data-testid="stMainBlockContainer"]');
    this.fit = () => requestAnimationFrame(() => this.setHeight());
    this.sizes = new ResizeObserver(this.fit);
    for (const part of [this.page, this.content, tour]) this.sizes.observe(part);
    this.recolour = () => { for (const delay of SETTLING) setTimeout(() => this.show(), delay); };
    this.looks = new MutationObserver(this.recolour);
    this.looks.observe(element.closest('[data-testid="stApp"]'), { attributes: true, attributeFilter: ["class"] });
    darkly.addEventListener("change", this.recolour);
  }

  setHeight() {
    const top = this.host.getBoundingClientRect().top - this.page.getBoundingClientRect().top + this.page.scrollTop;
    const below = parseFloat(getComputedStyle(this.content).paddingBottom);
    const height = `${Math.max(LOWEST, Math.floor(this.page.clientHeight - top - below))}px`;
    if (height === this.height) return;
    this.height = height;
    this.host.style.minHeight = height; // the page must not jump while a frame loads
    for (const frame of [this.frame, this.coming]) if (frame) frame.style.height = height;
  }

  get theme() {
    return getComputedStyle(this.element).colorScheme.includes("dark") ? "dark" : "light";
  }

  /**
   * Hand a key that was pressed on the page to the view, where the next one is pressed then: once the view has heard
   * all that were handed to it, or a quick second key would come before the first. Before there is a view, and while
   * one takes the place of another, keys wait.
   */
  press(key) {
    if (NEXT_STORY_KEYS.includes(key)) return openNextStory();
    if (this.frame && !this.leaving) this.hand(key);
    else this.waiting.push(key);
    return true;
  }

  hand(key) {
    this.unheard += 1;
    this.frame.contentWindow.postMessage({ parallax: "key", key }, "*");
  }

  update(component) {
    const { data } = component;
    this.send = component.setStateValue;
    this.data = data;
    if (data.story !== this.story) this.place = null; // the place in another story says nothing about this one
    this.story = data.story;
    this.tour.update(data.tour);
    this.last = Math.max(this.last, data.acknowledged);
    this.pending = this.pending.filter((event) => event.number > data.acknowledged);
    if (data.html !== null) this.keep(data.digest, data.html);
    if (!documents.has(data.digest)) this.tell(null); // this browser lost it: ask again
    else if (data.digest !== this.digest) this.open(data.digest);
    else this.show();
  }

  keep(digest, html) {
    documents.delete(digest);
    documents.set(digest, html);
    while (documents.size > KEPT_DOCUMENTS) documents.delete(documents.keys().next().value);
  }

  /** The next document is loaded behind the one in sight, which stays until the new one has found its place. */
  open(digest) {
    const frame = document.createElement("iframe");
    frame.setAttribute("sandbox", "allow-scripts");
    frame.inert = true;
    this.setHeight();
    Object.assign(frame.style, { border: 0, width: "100%", height: this.height, display: "block" });
    if (this.frame) Object.assign(frame.style, { position: "absolute", inset: 0, visibility: "hidden" });
    this.coming?.remove();
    this.coming = frame;
    this.about.set(frame, { digest, story: this.story });
    this.digest = digest;
    this.ready = false;
    frame.srcdoc = documents.get(digest);
    this.host.append(frame);
  }

  show(extra = {}) {
    if (!this.ready) return;
    const { review, reads, acknowledged } = this.data;
    this.frame.contentWindow.postMessage({ parallax: "show", review, reads, theme: this.theme, acknowledged, ...extra }, "*");
  }

  tell(digest) {
    this.send("sent", { have: digest, events: this.pending });
  }

  hear({ source, data }) {
    const known = source && [this.frame, this.coming].find((frame) => frame?.contentWindow === source);
    if (!known || !data?.parallax) return;
    if (data.parallax === "ready") this.arrive(known);
    else if (known !== this.frame) return;
    else if (data.parallax === "left") this.giveWay(known, data.place);
    else if (data.parallax === "unpressed") this.waiting.push(data.key);
    else if (data.parallax === "next-story") openNextStory();
    else if (data.parallax === "heard") {
      this.unheard -= 1;
      if (!this.unheard) this.frame.focus({ preventScroll: true });
    }
    else if (data.parallax === "place") this.place = data.place;
    else if (data.parallax === "event") {
      this.last += 1;
      this.pending.push({ ...data.event, number: this.last, view: this.about.get(known).digest });
      source.postMessage({ parallax: "numbered", token: data.token, number: this.last }, "*");
      this.tell(this.digest);
    }
  }

  /** A document is loaded; the one in sight is asked where its reader stands, after all keys that it was handed. */
  arrive(frame) {
    this.arrived = frame;
    const before = this.frame;
    if (!before || this.left) this.takeOver();
    else if (!this.leaving) {
      this.leaving = before;
      before.contentWindow.postMessage({ parallax: "leave" }, "*");
      setTimeout(() => this.giveWay(before, this.place), SWAP_PATIENCE);
    }
  }

  giveWay(frame, place) {
    if (frame !== this.leaving || this.left) return;
    this.left = true;
    if (this.about.get(frame).story === this.story) this.place = place;
    if (this.arrived === this.coming) this.takeOver(); // else another one is on its way by now
  }

  takeOver() {
    const [before, frame] = [this.frame, this.arrived];
    const focused = before && before.getRootNode().activeElement === before;
    this.frame = frame;
    this.coming = this.arrived = this.leaving = null;
    this.left = false;
    this.unheard = 0;
    this.ready = true;
    frame.inert = false;
    frame.title = this.data.title;
    Object.assign(frame.style, { position: "static", visibility: "visible" });
    before?.remove();
    this.show({ place: this.place, focus: focused, underWay: this.pending });
    if (focused) frame.focus({ preventScroll: true });
    for (const key of this.waiting.splice(0)) this.hand(key);
  }

  close() {
    window.removeEventListener("message", this.listen);
    darkly.removeEventListener("change", this.recolour);
    this.sizes.disconnect();
    this.looks.disconnect();
    for (const stop of this.stops) stop();
    this.host.remove();
  }
}

export default function (component) {
  const root = component.parentElement;
  if (!mounted.has(root)) mounted.set(root, new Workbench(root));
  mounted.get(root).update(component);
  return () => {
    mounted.get(root)?.close();
    mounted.delete(root);
  };
}
