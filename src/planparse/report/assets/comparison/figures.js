// Indicators and money: a card a group with its chart, its legend, what is not drawn and every printed value.
let moneyShown = "sek";
const INDICATOR_COLUMNS = [
  "municipality",
  "board",
  "year",
  "role",
  "gender",
  "raw",
  "value",
  "upper",
  "unit",
  "comparator",
  "reference",
  "as_of",
  "comparable",
  "reason",
  "name",
  "likeness",
  "basis",
  "sure",
  "kolada_id",
  "kolada_link",
  "kolada_title",
  "vintage",
  "superseded",
];
const BUDGET_COLUMNS = [
  "municipality",
  "board",
  "year",
  "measure",
  "raw",
  "unit",
  "sek",
  "sek_fixed",
  "sek_per_inhabitant",
  "index",
  "change_percent",
  "label",
  "column",
  "title",
  "section",
  "role",
  "budget_kind",
  "as_of",
  "comparable",
  "reason",
  "likeness",
  "basis",
  "sure",
  "vintage",
  "superseded",
];

/** Groups with the most years and municipalities first: these have something to compare. */
function rankedGroups(rows, value) {
  const weight = (of) => {
    const drawn = of.filter((row) => drawable(row, value));
    return new Set(drawn.map((row) => issuer(row) + row.year)).size + 3 * new Set(drawn.map(issuer)).size;
  };
  let alone = 0;
  const groups = [...grouped(rows, (row) => row.group ?? `alone ${alone++}`).values()].map((of) => ({
    of,
    weight: weight(of),
  }));
  return groups.sort((one, other) => other.weight - one.weight).map(({ of }) => of);
}

function valuesBelow(of, rows, columns) {
  const details = make(
    "details",
    { class: "values" },
    make("summary", {}, `${word("ui.printed_values")} (${rows.length})`),
  );
  // Made when opened: a report has thousands of groups.
  details.addEventListener("toggle", () => {
    if (details.open && details.children.length === 1) details.append(sortedTable(of, rows, columns));
  });
  return details;
}

function axisText(value, unit) {
  if (unit === "SEK" && Math.abs(value) >= 1e6) return number(value / 1e6, 1) + "\u00a0" + word("ui.millions");
  if (unit === "SEK" && Math.abs(value) >= 1e4) return number(value / 1e3, 0) + "\u00a0" + word("ui.thousands");
  return number(value, Math.abs(value) < 10 ? 2 : 1);
}

function figureCard({ of, name, rows, drawn, value, role, list, unit, bands, columns, more = [] }) {
  const lines = linesOf(drawn, value, role);
  const about = given([
    `${new Set(rows.map(issuer)).size} ${word(new Set(rows.map(issuer)).size === 1 ? "ui.municipality_few_one" : "ui.municipality_few")}`,
    unit ? unitText(unit) : null,
  ]);
  const label = `${name}: ${lines.map((line) => `${line.name}, ${term(list, line.role)}: ${line.points.map((point) => `${point.year} ${point.row.raw ?? number(point.value)}`).join(", ")}`).join("; ")}`;
  const chart = lineChart({ lines, bands, label, axisText: (at) => axisText(at, unit), pointed: pointing(list) });
  return make(
    "article",
    { class: "card", "data-group": rows[0].group },
    make("h3", { lang: "sv" }, name),
    make(
      "p",
      { class: "quiet" },
      about.join(" · "),
      rows.some((row) => row.sure === false)
        ? make("span", {}, " ", make("span", { class: "unsure" }, word("ui.unsure")))
        : null,
    ),
    ...more,
    chart ?? make("p", { class: "empty" }, word("ui.no_chart")),
    chart ? legendOf(lines, list) : null,
    chart ? bandText(bands) : null,
    tooMany(drawn),
    leftOut(rows, value),
    valuesBelow(of, rows, columns),
  );
}

/** Kolada's own values stand as a line of their own, never joined to printed ones. */
function koladaRows(rows, gender) {
  const [{ group }] = rows;
  if (group === undefined) return [];
  const names = new Map(rows.filter((row) => row.municipality_code).map((row) => [row.municipality_code, row]));
  return chosen("kolada")
    .filter((row) => row.group === group && names.has(row.municipality_code) && (row.gender ?? "T") === gender)
    .map((row) => ({
      ...row,
      role: "kolada",
      municipality: names.get(row.municipality_code).municipality,
      board: names.get(row.municipality_code).board,
      raw: `${number(row.value)} (Kolada ${row.kolada_id}, ${word("ui.retrieved")} ${row.retrieved ?? "?"})`,
    }));
}

function mostUsual(values) {
  const counts = grouped(
    values.map((value) => ({ value })),
    (one) => one.value,
  );
  return [...counts].sort(([, one], [, other]) => other.length - one.length)[0]?.[0];
}

function indicatorCard(rows) {
  const genders = unique(rows.map((row) => row.gender ?? "T")).sort(
    (one, other) => "TKM".indexOf(one) - "TKM".indexOf(other),
  );
  const holder = make("div", { class: "card-holder" });
  const show = (gender) => {
    const unit = mostUsual(rows.filter((row) => drawable(row, "value")).map((row) => row.unit));
    const drawn = rows.filter((row) => drawable(row, "value") && (row.gender ?? "T") === gender && row.unit === unit);
    const linked = rows.find((row) => row.kolada_id !== undefined);
    const choice =
      genders.length < 2
        ? null
        : make(
            "label",
            { class: "gender" },
            word("column.gender") + " ",
            make(
              "select",
              { onchange: (event) => show(event.target.value) },
              genders.map((one) => make("option", { value: one, selected: one === gender }, term("gender", one))),
            ),
          );
    const kolada = linked
      ? make(
          "p",
          { class: "quiet" },
          `Kolada ${linked.kolada_id}: ${linked.kolada_title ?? ""} (${term("kolada_link", linked.kolada_link)})`,
        )
      : null;
    const apart = rows.filter((row) => drawable(row, "value") && row.unit !== unit).length;
    const other = apart ? make("p", { class: "left-out" }, `${word("ui.other_unit")}: ${apart}`) : null;
    holder.replaceChildren(
      figureCard({
        of: "indicators",
        name: rows[0].indicator ?? rows[0].name ?? "?",
        rows,
        drawn: [...drawn, ...koladaRows(rows, gender)],
        value: "value",
        role: "role",
        list: "role",
        unit,
        bands: bandsFor("indicator", rows[0].group, "outcome", gender, unit),
        columns: INDICATOR_COLUMNS,
        more: given([kolada, choice, other]),
      }),
    );
  };
  show(genders[0]);
  return holder;
}

const budgetUnit = {
  sek: "SEK",
  sek_fixed: "SEK",
  sek_per_inhabitant: "SEK/inhabitant",
  index: "index",
  change_percent: "percent",
};

function budgetCard(rows) {
  const bands =
    moneyShown === "sek" || moneyShown === "sek_per_inhabitant"
      ? bandsFor("budget", rows[0].group, "outcome", undefined, budgetUnit[moneyShown])
      : [];
  return figureCard({
    of: "budgets",
    name: rows[0].line ?? rows[0].label ?? "?",
    rows,
    drawn: rows.filter((row) => drawable(row, moneyShown)),
    value: moneyShown,
    role: "measure",
    list: "measure",
    unit: budgetUnit[moneyShown],
    bands,
    columns: BUDGET_COLUMNS,
  });
}

function cards(rows, value, one) {
  const [list, more] = stepwise(rankedGroups(rows, value), one, 12, make("div", { class: "cards" }));
  return [list, more];
}

function indicatorsSection() {
  const rows = chosen("indicators");
  if (!rows.length) return [make("p", { class: "empty" }, word("ui.nothing"))];
  return [
    make("p", { class: "lead" }, word("lead.indicators")),
    ...cards(rows, "value", indicatorCard),
    make("h3", {}, word("ui.as_table")),
    sortedTable("indicators", rows, ["indicator", ...INDICATOR_COLUMNS]),
  ];
}

/** Plan against outcome of the same line and year, from two documents. */
function budgetOutcomes() {
  const rows = chosen("budget_outcomes");
  if (!rows.length) return [];
  const columns = [
    ...[
      "municipality",
      "board",
      "year",
      "line",
      "raw_plan",
      "raw_report",
      "budget",
      "outcome",
      "difference",
      "percent",
    ],
    ...["label_plan", "label_report", "reason"],
  ];
  return [
    make("h3", {}, word("table.budget_outcomes")),
    make("p", { class: "lead" }, word("lead.budget_outcomes")),
    sortedTable("budget_outcomes", rows, columns, ["_plan", "_report"]),
  ];
}

function budgetsSection() {
  const rows = chosen("budgets");
  if (!rows.length) return [make("p", { class: "empty" }, word("ui.nothing")), ...budgetOutcomes()];
  const measures = Object.keys(budgetUnit).filter((name) => rows.some((row) => row[name] !== undefined));
  if (measures.length && !measures.includes(moneyShown)) moneyShown = measures[0];
  const held = make("div", {});
  const show = () => held.replaceChildren(...cards(rows, moneyShown, budgetCard));
  const options = measures.map((name) =>
    make("option", { value: name, selected: name === moneyShown }, word("column." + name)),
  );
  const changed = (event) => {
    moneyShown = event.target.value;
    show();
  };
  const select = make("select", { id: "money-shown", onchange: changed }, options);
  show();
  return [
    make("p", { class: "lead" }, word("lead.budgets")),
    make("p", { class: "row" }, make("label", {}, word("ui.money_shown") + " ", select)),
    held,
    ...budgetOutcomes(),
    make("h3", {}, word("ui.as_table")),
    sortedTable("budgets", rows, ["line", ...BUDGET_COLUMNS]),
  ];
}
