// Overview: how much there is, what could be read for which municipality and year, and from which documents.
function tiles() {
  const count = (name, column) => new Set(given(chosen(name).map((row) => row[column]))).size;
  const told = [
    [
      "ui.municipalities",
      new Set(
        [...allOf("municipality")].filter(
          (name) => !chosenState.municipalities.size || chosenState.municipalities.has(name),
        ),
      ).size,
    ],
    ["table.documents", chosen("documents").length],
    ["table.goals", chosen("goals").length],
    ["table.indicators", count("indicators", "group") || chosen("indicators").length],
    ["table.budgets", count("budgets", "group") || chosen("budgets").length],
    ["table.changes", chosen("changes").filter((row) => row.change !== "kept").length],
  ];
  return make(
    "ul",
    { class: "tiles" },
    told.map(([name, of]) => make("li", {}, make("b", {}, number(of)), " ", word(name))),
  );
}

function coverageCell(row, year) {
  if (!row) return make("td", { class: "none" }, "–");
  const found = given(
    [
      row.goals !== undefined && `${row.goals} ${word("ui.goals_few")}`,
      row.indicators !== undefined && `${row.indicators} ${word("ui.indicators_few")}`,
    ].map((text) => text || null),
  );
  const button = make(
    "button",
    {
      type: "button",
      class: `cover state-${row.state}`,
      title: row.reason ?? (row.state === "no_document" ? term("state", row.state) : ""),
      "aria-label": row.state === "no_document" ? `${year}: ${term("state", row.state)}` : undefined,
      onclick: () => openCoverage(row, year),
      "aria-haspopup": "dialog",
    },
    ...(row.state === "no_document"
      ? ["–"]
      : [make("b", {}, term("state", row.state)), make("span", {}, found.join(", "))]),
  );
  return make("td", {}, button);
}

/** What a cell of the coverage rests on: its documents and the reason. */
function openCoverage(row, year) {
  const dialog = document.getElementById("source");
  const plans = (row.plans ?? "").split(" ").filter(Boolean);
  const close = make("button", { type: "button", class: "close", onclick: () => dialog.close() }, word("ui.close"));
  const items = plans.map((plan) => {
    const held = DOCUMENTS.get(plan);
    return make(
      "li",
      {},
      held ? `${held.title ?? held.document ?? plan} (${given([held.document, years(held)]).join(", ")})` : plan,
    );
  });
  dialog.replaceChildren(
    make("header", {}, make("h2", { id: "source-title" }, `${issuerAndBoard(row)} ${year}`), close),
    make(
      "p",
      {},
      make("span", { class: `tag state-${row.state}` }, term("state", row.state)),
      row.reason ? make("span", { lang: "sv" }, " " + row.reason) : "",
    ),
    items.length ? make("ul", {}, items) : make("p", { class: "quiet" }, word("state.no_document")),
  );
  dialog.showModal();
  close.focus();
}

function coverageMatrix() {
  const rows = chosen("coverage");
  if (!rows.length) return make("p", { class: "empty" }, word("ui.nothing"));
  const all = unique(given(rows.map((row) => row.year))).sort((one, other) => one - other);
  const lines = [...grouped(rows, issuerAndBoard)].sort(([one], [other]) => inOrder(one, other));
  const body = make("tbody");
  const [, more] = stepwise(
    lines,
    ([name, of]) => {
      const byYear = new Map(of.map((row) => [row.year, row]));
      return make(
        "tr",
        {},
        make(
          "th",
          { scope: "row" },
          make("span", {}, issuer(of[0])),
          make("small", {}, of[0].board ?? word("ui.whole_municipality")),
        ),
        all.map((year) => coverageCell(byYear.get(year), year)),
      );
    },
    60,
    body,
  );
  return make(
    "div",
    {},
    make(
      "div",
      { class: "scroll-x", tabindex: "0", role: "region", "aria-label": word("ui.coverage") },
      make(
        "table",
        { class: "matrix coverage" },
        make(
          "thead",
          {},
          make(
            "tr",
            {},
            make("td"),
            all.map((year) => make("th", { scope: "col" }, String(year))),
          ),
        ),
        body,
      ),
    ),
    more,
  );
}

function factsList() {
  const facts = Object.entries(FACTS).filter(([, value]) => value !== null && String(value) !== "");
  if (!facts.length) return null;
  return make(
    "details",
    { class: "made" },
    make("summary", {}, word("ui.made")),
    make(
      "dl",
      { class: "fields" },
      facts.flatMap(([name, value]) => [
        make("dt", {}, known("fact." + name) ? word("fact." + name) : name),
        make("dd", {}, typeof value === "boolean" ? word(value ? "ui.yes" : "ui.no") : String(value)),
      ]),
    ),
  );
}

function overview() {
  return [
    tiles(),
    make("h3", {}, word("ui.coverage")),
    make("p", { class: "lead" }, word("lead.coverage")),
    coverageMatrix(),
    make("h3", {}, word("table.documents")),
    sortedTable(
      "documents",
      chosen("documents"),
      [
        "municipality",
        "board",
        "title",
        "document_type",
        "year",
        "year_end",
        "adopted",
        "pages",
        "state",
        "reason",
        "superseded",
        "document",
      ],
      [],
    ),
    factsList(),
  ];
}
