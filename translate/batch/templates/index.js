// A click on a heading sorts by its column, a second one the other way round; empty cells stay last.
"use strict";
const body = document.querySelector("tbody");
const heads = [...document.querySelectorAll("th")];
const order = new Intl.Collator(document.documentElement.lang, { numeric: true });
heads.forEach((head, column) => {
  head.querySelector("button").addEventListener("click", () => {
    const before = head.getAttribute("aria-sort");
    const first = column < 2 ? "ascending" : "descending";
    const now = before === "none" ? first : before === "ascending" ? "descending" : "ascending";
    const sign = now === "ascending" ? 1 : -1;
    const keyed = [...body.rows].map((row) => [row.cells[column].dataset.key, row]);
    keyed.sort(([a], [b]) => (a === "" || b === "" ? (a === "") - (b === "") : sign * order.compare(a, b)));
    body.append(...keyed.map(([, row]) => row));
    heads.forEach((other) => other.setAttribute("aria-sort", other === head ? now : "none"));
  });
});
