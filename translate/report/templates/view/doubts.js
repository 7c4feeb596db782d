// ==== doubts.js: lines that may be story or furniture, asked about in one pass before the list =======================

const doubts = find("#doubts");
const doubtRows = doubts ? all("li", doubts) : [];
const answerOf = (row) => find("[aria-pressed=true]", row)?.dataset.answer ?? "";

const answer = (row, said) => {
  for (const button of all("[data-answer]", row)) press(button, button.dataset.answer === said && answerOf(row) !== said);
  const open = doubtRows.filter((other) => !answerOf(other));
  find("#doubts-done").disabled = open.length === doubtRows.length;
  if (answerOf(row)) (open.length ? find("[data-answer]", open[0]) : find("#doubts-done")).focus();
};

doubts?.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-answer]");
  if (button) answer(button.closest("li"), button.dataset.answer);
});
find("#doubts-done")?.addEventListener("click", () => {
  for (const action of ["body", "furniture"]) {
    const told = { source: [], target: [] };
    for (const { dataset } of doubtRows.filter((row) => answerOf(row) === action)) {
      told[dataset.side].push(...dataset.sentences.split(" ").map(Number));
    }
    if (told.source.length || told.target.length) after(action, told);
  }
  say(words("said_working"));
});
