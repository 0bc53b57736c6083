// Where a promise met its outcome. What can't be decided is told with its reason, not guessed.
const VERDICTS = ["met", "partly_met", "missed", "undecided", "not_reported", "new_in_report"];
let verdictShown = "";

/** Counts by verdict for each municipality; no share and no rank: they would rest on how much each plan promises. */
function verdictCounts(rows) {
  const named = [...grouped(rows, issuer)].sort(([one], [other]) => inOrder(one, other));
  const found = VERDICTS.filter((verdict) => rows.some((row) => row.verdict === verdict));
  const body = make("tbody");
  const [, more] = stepwise(
    named,
    ([name, of]) =>
      make(
        "tr",
        {},
        make("th", { scope: "row" }, name),
        found.map((verdict) =>
          make("td", { class: "number" }, String(of.filter((row) => row.verdict === verdict).length)),
        ),
        make("td", { class: "number" }, String(of.length)),
      ),
    40,
    body,
  );
  return make(
    "div",
    {},
    make(
      "table",
      { class: "matrix small" },
      make(
        "thead",
        {},
        make(
          "tr",
          {},
          make("td"),
          found.map((verdict) => make("th", { scope: "col" }, term("verdict", verdict))),
          make("th", { scope: "col" }, "n"),
        ),
      ),
      body,
    ),
    more,
  );
}

function followupsSection() {
  const rows = chosen("followups");
  if (!rows.length) return [nothingIn("followups")];
  const held = make("div");
  const chips = make("div", { class: "chips", role: "group", "aria-label": word("column.verdict") });
  const show = () => {
    for (const chip of chips.children) chip.setAttribute("aria-pressed", String(chip.dataset.verdict === verdictShown));
    held.replaceChildren(
      sortedTable(
        "followups",
        rows
          .filter((row) => !verdictShown || row.verdict === verdictShown)
          .map((row) => ({ ...row, text: row.text_plan ?? row.text_report })),
        [
          "municipality",
          "board",
          "year",
          "text",
          "gender",
          "target",
          "outcome",
          "verdict",
          "assessment",
          "record",
          "outcome_role",
          "as_of",
          "decided_by",
          "good",
          "good_from",
          "wording",
          "text_report",
          "likeness",
          "basis",
          "sure",
        ],
        ["_plan", "_report"],
      ),
    );
  };
  const chip = (verdict, label, size) =>
    make(
      "button",
      {
        type: "button",
        class: "chip",
        "data-verdict": verdict,
        onclick: () => {
          verdictShown = verdict;
          show();
        },
      },
      label,
      " ",
      make("span", { class: "count" }, String(size)),
    );
  chips.append(
    chip("", word("ui.all"), rows.length),
    ...VERDICTS.map((verdict) => [verdict, rows.filter((row) => row.verdict === verdict).length])
      .filter(([, size]) => size)
      .map(([verdict, size]) => chip(verdict, term("verdict", verdict), size)),
  );
  show();
  return [make("p", { class: "lead" }, word("lead.followups")), verdictCounts(rows), chips, held];
}
