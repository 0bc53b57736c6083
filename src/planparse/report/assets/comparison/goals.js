// Goals by theme, a column a municipality: goals held for the same stand in one row, with what the match rests on.
const MOST_COLUMNS = 6;
const MOST_BLOCKS = 24;
let themeShown = "";

/** A symbol printed as an assessment is told in words ("green circle"); words stand as printed. */
const symbolText = (raw) => (known("symbol." + raw) ? word("symbol." + raw) : raw);

/** How sure a match is and what it rests on. */
function matchMark(row) {
  if (row.likeness === undefined && row.sure !== false && row.basis === undefined) return null;
  const told = given([
    // What is wholly alike needs no figure.
    row.likeness !== undefined && row.likeness < 0.995
      ? `${word("column.likeness").toLocaleLowerCase()} ${number(row.likeness)}`
      : null,
    row.basis !== undefined ? term("basis", row.basis) : null,
  ]).join(", ");
  return make(
    "span",
    { class: "match" },
    row.sure === false ? make("span", { class: "unsure" }, word("ui.unsure")) : null,
    told ? make("span", { class: "quiet" }, " " + told) : null,
  );
}

/** A wording once, however many years of a board have it, with each source. */
function wordingItem(text, rows) {
  const [first] = rows;
  const said = unique(given(rows.map(years)).filter(Boolean)).join(", ");
  const levels = unique(given(rows.map((row) => row.level))).map((level) => term("level", level));
  const about = given([first.board, said, levels.join(", ") || null]).filter(Boolean).join(" · ");
  const statuses = unique(
    given(
      rows.map((row) => row.status && `${term("status", row.status)}${row.status_raw ? ` (${symbolText(row.status_raw)})` : ""}`),
    ),
  );
  return make(
    "li",
    { class: rows.some((row) => row.sure === false) ? "doubtful" : undefined },
    make("p", { class: "wording", lang: "sv" }, first.label ? make("b", {}, first.label + " ") : "", text ?? ""),
    make("p", { class: "quiet" }, about),
    statuses.length ? make("p", { class: "quiet" }, `${word("column.status")}: ${statuses.join(", ")}`) : null,
    matchMark(first),
    make(
      "p",
      { class: "sources" },
      rows.map((row) => sourceButton(row)),
    ),
  );
}

/** A wording without what printing varies: capitals and the stop at its end. */
const plainWording = (text) => (text ?? "").toLocaleLowerCase("sv").replace(/[\s.]+$/, "");

const wordingItems = (rows) =>
  make(
    "ul",
    { class: "wordings" },
    [...grouped(rows, (row) => plainWording(row.text) + "\n" + (row.board ?? ""))].map(([, of]) => wordingItem(of[0].text, of)),
  );

/** The groups of a theme, those that most municipalities share first, then one row for what nobody shares. */
function themeRows(rows) {
  const groups = [];
  const alone = [];
  for (const [group, of] of grouped(rows, (row) => row.group)) {
    const size = new Set(of.map(issuer)).size;
    if (group !== undefined && (size > 1 || new Set(of.map((row) => row.year)).size > 1)) groups.push({ of, size });
    else alone.push(...of);
  }
  groups.sort((one, other) => other.size - one.size || other.of.length - one.of.length);
  return { groups, alone };
}

/** A table that scrolls sideways before its columns get too narrow to read. */
function wideTable(columns, ...children) {
  const at = make("table", { class: "matrix themes" }, ...children);
  at.style.minWidth = 130 + 190 * columns + "px";
  return at;
}

/** A cell a municipality. */
const cellsByMunicipality = (of, names) =>
  names.map((name) => {
    const held = of.filter((row) => issuer(row) === name);
    return make("td", {}, held.length ? wordingItems(held) : make("span", { class: "quiet" }, "–"));
  });

/** One cell with a block a municipality: a column for each of very many would be empty almost everywhere. */
function flowingCell(of) {
  const blocks = [...grouped(of, issuer)].sort(([one], [other]) => inOrder(one, other));
  const block = ([name, held]) => make("div", { class: "block" }, make("h4", {}, name), wordingItems(held));
  return [make("td", {}, stepwise(blocks, block, MOST_BLOCKS, make("div", { class: "blocks" })))];
}

const municipalitiesTold = (size) => `${size} ${word(size === 1 ? "ui.municipality_few_one" : "ui.municipality_few")}`;

/** A theme's indicators, each once a document, with its goal's board and its source. */
function indicatorItems(rows) {
  const items = [...grouped(rows, (row) => row.name + "\n" + (row.board ?? ""))].map(([, of]) => {
    const sources = [...grouped(of, (row) => row.plan)].map(([, held]) => sourceButton(held[0]));
    return make(
      "li",
      {},
      make("p", { class: "indicator-name", lang: "sv" }, of[0].name ?? ""),
      make("p", { class: "sources" }, sources),
    );
  });
  return make("ul", { class: "wordings" }, items);
}

function indicatorLine(rows, names, flowing) {
  if (!rows.length) return null;
  const head = make("th", { scope: "row" }, word("section.indicators"));
  const block = ([name, of]) => make("div", { class: "block" }, make("h4", {}, name), indicatorItems(of));
  const cell = (name) => {
    const held = rows.filter((row) => issuer(row) === name);
    return make("td", {}, held.length ? indicatorItems(held) : make("span", { class: "quiet" }, "–"));
  };
  const blocks = [...grouped(rows, issuer)].sort(([one], [other]) => inOrder(one, other));
  const cells = flowing
    ? [make("td", {}, stepwise(blocks, block, MOST_BLOCKS, make("div", { class: "blocks" })))]
    : names.map(cell);
  return make("tr", { class: "measured" }, head, cells);
}

function themeMatrix(theme, rows, names, measured) {
  const { groups, alone } = themeRows(rows);
  const flowing = names.length > MOST_COLUMNS;
  const line = (kind, head, of) =>
    make(
      "tr",
      { class: kind },
      make("th", { scope: "row" }, head),
      flowing ? flowingCell(of) : cellsByMunicipality(of, names),
    );
  const body = make("tbody");
  const [, more] = stepwise(groups, ({ of, size }) => line("shared", municipalitiesTold(size), of), 25, body);
  const rest = make(
    "tbody",
    {},
    alone.length ? line("alone", word("ui.alone"), alone) : null,
    indicatorLine(measured, names, flowing),
  );
  const columns = flowing ? [word("ui.wordings")] : names;
  const heads = columns.map((name) => make("th", { scope: "col" }, name));
  const head = make("thead", {}, make("tr", {}, make("td"), heads));
  const region = { class: "scroll-x", tabindex: "0", role: "region", "aria-label": theme };
  return make(
    "section",
    { class: "theme", "data-theme": theme },
    make("h3", { lang: "sv" }, theme, " ", make("span", { class: "count" }, String(rows.length))),
    make("div", region, wideTable(columns.length, head, body, rest)),
    more,
  );
}

function goalsSection() {
  const breadth = (rows) => new Set(rows.map(issuer)).size;
  const measured = grouped(
    chosen("indicators").filter((row) => row.theme !== undefined),
    (row) => row.theme,
  );
  const byTheme = grouped(chosen("goals"), (row) => row.theme ?? word("ui.no_theme"));
  for (const theme of measured.keys()) if (!byTheme.has(theme)) byTheme.set(theme, []);
  const themes = [...byTheme].sort(
    ([, one], [, other]) => breadth(other) - breadth(one) || other.length - one.length,
  );
  if (!themes.length) return [make("p", { class: "empty" }, word("ui.nothing"))];
  if (!themes.some(([theme]) => theme === themeShown)) themeShown = "";
  const held = make("div", { class: "themes-held" });
  const chips = make("div", { class: "chips", role: "group", "aria-label": word("ui.themes") });
  const names = unique([...chosen("goals"), ...[...measured.values()].flat()].map(issuer)).sort(inOrder);
  const show = () => {
    for (const chip of chips.children) chip.setAttribute("aria-pressed", String(chip.dataset.theme === themeShown));
    held.replaceChildren(
      ...themes
        .filter(([theme]) => !themeShown || theme === themeShown)
        .map(([theme, rows]) => themeMatrix(theme, rows, names, measured.get(theme) ?? [])),
    );
  };
  const chip = (theme, label, size) =>
    make(
      "button",
      {
        type: "button",
        class: "chip",
        "data-theme": theme,
        onclick: () => {
          themeShown = theme;
          show();
        },
      },
      label,
      " ",
      make("span", { class: "count" }, String(size)),
    );
  chips.append(
    chip("", word("ui.all_themes"), chosen("goals").length),
    ...themes.map(([theme, rows]) => chip(theme, theme, rows.length)),
  );
  show();
  return [
    make("p", { class: "lead" }, word("lead.goals")),
    chips,
    held,
    make("h3", {}, word("ui.as_table")),
    sortedTable("goals", chosen("goals"), [
      "theme",
      "group",
      "municipality",
      "board",
      "year",
      "year_end",
      "level",
      "text",
      "direction",
      "likeness",
      "basis",
      "sure",
      "status",
      "superseded",
    ]),
  ];
}
