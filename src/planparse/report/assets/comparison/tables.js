// Tables that sort and filter. A long one is shown in part until the reader asks for the rest.
const STEP = 50;
/** columns whose few words are chosen from a list, with the list of terms that names them */
const LISTED = {
  level: "level",
  state: "state",
  change: "change",
  verdict: "verdict",
  role: "role",
  measure: "measure",
  record: "record",
  code: "code",
  link: "link",
  direction: "direction",
  status: "status",
  basis: "basis",
  board_kind: "board_kind",
  document_type: "document_type",
  comparator: "comparator",
  gender: "gender",
  wording: "wording",
  decided_by: "decided_by",
  budget_kind: "budget_kind",
  outcome_role: "role",
  kolada_link: "kolada_link",
  good: "direction",
};
/** columns of words that are free, in tables where they are no closed list */
const FREE = { not_compared: new Set(["wording"]), budgets: new Set(["role"]) };
const MONEY = new Set(["sek", "sek_fixed", "sek_per_inhabitant", "budget", "difference"]);
const PLAIN_NUMBERS = new Set([
  "year",
  "year_end",
  "year_from",
  "year_to",
  "target_year_from",
  "target_year_to",
  "page",
  "group",
]);
const PROSE = new Set([
  "text",
  "text_from",
  "text_to",
  "text_plan",
  "text_report",
  "wording",
  "reason",
  "indicator",
  "line",
  "name",
  "theme",
  "board",
  "title",
  "label",
]);
/** what the engine or a plan has said stays in Swedish whatever the page speaks */
const SWEDISH = new Set([
  ...PROSE,
  "raw",
  "target",
  "outcome",
  "target_from",
  "target_to",
  "assessment",
  "term",
  "area",
  "good_from",
  "vintage",
]);

/** A column's head: some words mean another thing in another table. */
const heading = (of, name) => word(known(`column.${of}.${name}`) ? `column.${of}.${name}` : "column." + name);

/** A field as the reader sees it; ``of`` is its table. */
function fieldText(name, value, of = "") {
  if (value === undefined || value === null) return "";
  if (typeof value === "boolean") return word(value ? "ui.yes" : "ui.no");
  if (typeof value === "number")
    return PLAIN_NUMBERS.has(name) ? String(value) : number(value, MONEY.has(name) ? 0 : 2);
  if (name === "unit") return unitText(value);
  return LISTED[name] && !FREE[of]?.has(name) && known(LISTED[name] + "." + value) ? term(LISTED[name], value) : value;
}

const sortKey = (value) => (typeof value === "boolean" ? Number(value) : value);
function byColumn(name, down) {
  return (one, other) => {
    const [left, right] = [sortKey(one[name]), sortKey(other[name])];
    if (left === undefined || right === undefined) return (left === undefined) - (right === undefined);
    const order = typeof left === "number" && typeof right === "number" ? left - right : inOrder(left, right);
    return down ? -order : order;
  };
}

function cellOf(name, row, of) {
  const value = row[name];
  const numeric = typeof value === "number";
  const attributes = {
    class: numeric ? "number" : PROSE.has(name) ? "prose" : undefined,
    lang: SWEDISH.has(name) && value !== undefined ? "sv" : undefined,
  };
  if (name === "sure" && value === false) return make("td", {}, make("span", { class: "unsure" }, word("ui.unsure")));
  if (name === "verdict" || name === "state" || name === "change")
    return make(
      "td",
      name === "verdict" ? { class: "prose" } : {},
      value === undefined ? "" : make("span", { class: `tag ${name}-${value}` }, fieldText(name, value, of)),
      // A verdict is read with what it rests on, or not at all.
      name === "verdict" && row.reason !== undefined
        ? make("p", { class: "quiet why", lang: "sv" }, row.reason)
        : null,
    );
  return make("td", attributes, fieldText(name, value, of));
}

/** The column's own filter: a list where its words are few and closed, else a search. */
function columnFilter(of, name, rows, changed) {
  const label = `${word("ui.filter")} ${heading(of, name)}`;
  const values = LISTED[name] && !FREE[of]?.has(name) ? unique(given(rows.map((row) => row[name]))) : null;
  if (values && values.length <= 20)
    return make(
      "select",
      {
        "aria-label": label,
        onchange: (event) => changed(event.target.value ? (row) => row[name] === event.target.value : null),
      },
      make("option", { value: "" }, word("ui.all")),
      values.sort(inOrder).map((value) => make("option", { value }, fieldText(name, value, of))),
    );
  return make("input", {
    type: "search",
    "aria-label": label,
    oninput: (event) => {
      const wanted = event.target.value.trim().toLocaleLowerCase("sv");
      changed(wanted ? (row) => fieldText(name, row[name], of).toLocaleLowerCase("sv").includes(wanted) : null);
    },
  });
}

/** Why a part has nothing: there is none in the plans, or none among those chosen. */
const nothingIn = (of) => make("p", { class: "empty" }, word(table(of).length ? "ui.nothing" : `none.${of}`));

/** The columns that a table shows of those wanted: what no row has is left out. */
const filledColumns = (rows, wanted) => wanted.filter((name) => rows.some((row) => row[name] !== undefined));

class SortedTable {
  /** ``of``: the table's name; ``sides``: the sources that a row has. */
  constructor(of, rows, wanted, sides = [""]) {
    Object.assign(this, { of, rows, sides, filters: new Map(), sorted: null, down: false, shown: STEP });
    this.columns = filledColumns(rows, wanted);
    this.told = make("p", { class: "quiet rows-told", role: "status" });
    this.body = make("tbody");
    this.heads = this.columns.map((name) => this.head(name));
    this.more = make("p", { class: "more" });
    this.at = rows.length ? this.made() : make("p", { class: "empty" }, word("ui.nothing"));
    if (rows.length) this.show();
  }

  head(name) {
    return make(
      "th",
      { scope: "col", "aria-sort": "none" },
      make("button", { type: "button", onclick: () => this.sort(name) }, heading(this.of, name)),
    );
  }

  made() {
    const filters = this.columns.map((name) =>
      make(
        "td",
        {},
        columnFilter(this.of, name, this.rows, (keeps) => {
          keeps ? this.filters.set(name, keeps) : this.filters.delete(name);
          this.shown = STEP;
          this.show();
        }),
      ),
    );
    const source = make("th", { scope: "col", class: "sources" }, word("ui.source"));
    const scroll = make(
      "div",
      { class: "scroll-x", tabindex: "0", role: "region", "aria-label": word("table." + this.of) },
      make(
        "table",
        { class: "data" },
        make(
          "thead",
          {},
          make("tr", {}, this.heads, this.sides.length ? source : null),
          make("tr", { class: "filters" }, filters, this.sides.length ? make("td", { class: "sources" }) : null),
        ),
        this.body,
      ),
    );
    return make("div", { class: "sorted" }, this.told, scroll, this.more);
  }

  sort(name) {
    this.down = this.sorted === name && !this.down;
    this.sorted = name;
    for (const [at, head] of this.heads.entries())
      head.setAttribute("aria-sort", this.columns[at] !== name ? "none" : this.down ? "descending" : "ascending");
    this.show();
  }

  show() {
    let rows = this.rows.filter((row) => [...this.filters.values()].every((keeps) => keeps(row)));
    if (this.sorted) rows = rows.sort(byColumn(this.sorted, this.down));
    const shown = rows.slice(0, this.shown);
    this.body.replaceChildren(
      ...shown.map((row) =>
        make(
          "tr",
          {},
          this.columns.map((name) => cellOf(name, row, this.of)),
          this.sides.length
            ? make(
                "td",
                { class: "sources" },
                this.sides.map((side) => sourceButton(row, side)),
              )
            : null,
        ),
      ),
    );
    this.told.textContent =
      `${shown.length} ${word("ui.of")} ${rows.length} ${word("ui.rows")}` +
      (rows.length < this.rows.length ? ` (${this.rows.length} ${word("ui.unfiltered")})` : "");
    this.more.replaceChildren(
      ...(shown.length < rows.length
        ? [this.button("ui.more", this.shown + 4 * STEP), this.button("ui.everything", Infinity)]
        : []),
    );
  }

  button(label, upTo) {
    return make(
      "button",
      {
        type: "button",
        onclick: () => {
          this.shown = upTo;
          this.show();
        },
      },
      word(label),
    );
  }
}

const sortedTable = (of, rows, wanted, sides) => new SortedTable(of, rows, wanted, sides).at;

/** A list shown step by step: ``one`` makes an element of an item. */
function stepwise(items, one, step, container) {
  const more = make("p", { class: "more" });
  let shown = 0;
  const on = (upTo) => {
    for (; shown < Math.min(upTo, items.length); shown++) container.append(one(items[shown], shown));
    more.replaceChildren(
      ...(shown < items.length
        ? [
            make("span", { class: "quiet" }, `${shown} ${word("ui.of")} ${items.length} `),
            make("button", { type: "button", onclick: () => on(shown + step) }, word("ui.more")),
          ]
        : []),
    );
  };
  on(step);
  return [container, more];
}
