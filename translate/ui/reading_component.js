// The reading view on the page: the document of the view in a sandboxed frame, and the messages between it and Python.
// The frame has an origin of its own (no allow-same-origin), so whatever a story contains cannot reach the page.

const documents = new Map(); // digest of a view -> its HTML; Python sends each one once
const KEPT_DOCUMENTS = 4;
const mounted = new WeakMap(); // the element that Streamlit gives -> the workbench in it

class Workbench {
  constructor(root) {
    this.host = document.createElement("div");
    this.host.style.position = "relative";
    root.append(this.host);
    this.frame = null;
    this.digest = null;
    this.ready = false;
    this.pending = []; // events that Python has not confirmed
    this.last = 0; // number of the newest event
    this.place = null; // where the reader stands: scroll positions, open card, filters
    this.listen = (message) => this.hear(message);
    window.addEventListener("message", this.listen);
  }

  update(component) {
    const { data } = component;
    this.send = component.setStateValue;
    this.data = data;
    if (data.story !== this.story) this.place = null; // the place in another story says nothing about this one
    this.story = data.story;
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
    Object.assign(frame.style, { border: 0, width: "100%", height: `${this.data.height}px`, display: "block" });
    if (this.frame) Object.assign(frame.style, { position: "absolute", inset: 0, visibility: "hidden" });
    this.coming?.remove();
    this.coming = frame;
    this.digest = digest;
    this.ready = false;
    this.host.style.minHeight = `${this.data.height}px`; // the page must not jump while a frame loads
    frame.srcdoc = documents.get(digest);
    this.host.append(frame);
  }

  show(extra = {}) {
    if (!this.ready) return;
    const { review, theme, acknowledged } = this.data;
    this.frame.contentWindow.postMessage({ parallax: "show", review, theme, acknowledged, ...extra }, "*");
  }

  tell(digest) {
    this.send("sent", { have: digest, events: this.pending });
  }

  hear({ source, data }) {
    const known = source && [this.frame, this.coming].find((frame) => frame?.contentWindow === source);
    if (!known || !data?.parallax) return;
    if (data.parallax === "ready") this.arrive(known);
    else if (known !== this.frame) return;
    else if (data.parallax === "place") this.place = data.place;
    else if (data.parallax === "event") {
      this.last += 1;
      this.pending.push({ ...data.event, number: this.last, view: this.digest });
      source.postMessage({ parallax: "numbered", token: data.token, number: this.last }, "*");
      this.tell(this.digest);
    }
  }

  arrive(frame) {
    const before = this.frame;
    const focused = before && before.getRootNode().activeElement === before;
    this.frame = frame;
    this.coming = null;
    this.ready = true;
    frame.inert = false;
    frame.title = this.data.title;
    Object.assign(frame.style, { position: "static", visibility: "visible" });
    before?.remove();
    this.show({ place: this.place, focus: focused });
    if (focused) frame.focus({ preventScroll: true });
  }

  close() {
    window.removeEventListener("message", this.listen);
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
