// What changed for a board from plan to plan: both wordings side by side, what differs marked.
let changeBoard = "";
const changeKinds = new Set();
const CHANGES_ORDER = [
  "turned",
  "sharpened",
  "weakened",
  "target_moved",
  "reworded",
  "new",
  "dropped",
  "undecided",
  "kept",
];

function side(row, of, nodes) {
  if (row["text" + of] === undefined)
    return make(
      "td",
      { class: "absent" },
      word(row.change === "undecided" ? "ui.not_found" : of === "_from" ? "ui.not_before" : "ui.not_after"),
    );
  const [was, is] = marked(row.target_from, row.target_to);
  const target =
    row["target" + of] === undefined
      ? null
      : make(
          "p",
          { class: "target" },
          make(
            "span",
            { class: "quiet" },
            `${word("ui.target")}${row["target_year" + of] ? " " + row["target_year" + of] : ""}: `,
          ),
          make(
            "span",
            { lang: "sv" },
            row.target_from === undefined || row.target_to === undefined
              ? row["target" + of]
              : of === "_from"
                ? was
                : is,
          ),
        );
  return make(
    "td",
    {},
    make("p", { class: "wording", lang: "sv" }, nodes),
    target,
    make("p", { class: "sources" }, sourceButton(row, of)),
  );
}

function changeRow(row) {
  const both = row.text_from !== undefined && row.text_to !== undefined;
  const [before, after] = both ? marked(row.text_from, row.text_to) : [[row.text_from ?? ""], [row.text_to ?? ""]];
  return make(
    "tr",
    { "data-change": row.change },
    make(
      "th",
      { scope: "row" },
      make("span", { class: `tag change-${row.change}` }, term("change", row.change)),
      make("small", {}, term("record", row.record)),
      matchMark(row),
      row.reason ? make("p", { class: "quiet", lang: "sv" }, row.reason) : null,
    ),
    side(row, "_from", before),
    side(row, "_to", after),
  );
}

function changesTable(from, to, rows) {
  const body = make("tbody");
  const ranked = [...rows].sort(
    (one, other) => CHANGES_ORDER.indexOf(one.change) - CHANGES_ORDER.indexOf(other.change),
  );
  const [, more] = stepwise(ranked, changeRow, 60, body);
  const head = make(
    "tr",
    {},
    make("td"),
    make("th", { scope: "col" }, String(from ?? "?")),
    make("th", { scope: "col" }, String(to ?? "?")),
  );
  return make(
    "section",
    { class: "pair" },
    make("h4", {}, `${from ?? "?"} → ${to ?? "?"}`),
    make("table", { class: "matrix side-by-side" }, make("thead", {}, head), body),
    more,
  );
}

function boardChanges(name, rows) {
  const pairs = [...grouped(rows, (row) => `${row.year_from} ${row.year_to}`).values()].sort(
    (one, other) => (other[0].year_to ?? 0) - (one[0].year_to ?? 0),
  );
  return make(
    "section",
    { class: "board-changes" },
    make("h3", {}, name),
    pairs.map((of) => changesTable(of[0].year_from, of[0].year_to, of)),
  );
}

function changesSection() {
  const rows = chosen("changes");
  if (!rows.length) return [nothingIn("changes")];
  const boards = [...grouped(rows, issuerAndBoard)].sort(([one], [other]) => inOrder(one, other));
  const names = boards.map(([name]) => name);
  if (!names.includes(changeBoard)) changeBoard = names[0];
  const held = make("div", { id: "changes-held" });
  const chips = make("div", { class: "chips", role: "group", "aria-label": word("column.change") });
  const chip = (kind, size) =>
    make(
      "button",
      {
        type: "button",
        class: "chip",
        "data-change": kind,
        "aria-pressed": String(changeKinds.has(kind)),
        onclick: () => {
          changeKinds.has(kind) ? changeKinds.delete(kind) : changeKinds.add(kind);
          show();
          chips.querySelector(`[data-change="${kind}"]`)?.focus();
        },
      },
      term("change", kind),
      " ",
      make("span", { class: "count" }, String(size)),
    );
  const show = () => {
    const of = boards.find(([name]) => name === changeBoard)[1];
    const kinds = [...grouped(of, (row) => row.change)].sort(
      ([one], [other]) => CHANGES_ORDER.indexOf(one) - CHANGES_ORDER.indexOf(other),
    );
    for (const kind of changeKinds) if (!kinds.some(([found]) => found === kind)) changeKinds.delete(kind);
    chips.replaceChildren(...kinds.map(([kind, rows_]) => chip(kind, rows_.length)));
    held.replaceChildren(
      boardChanges(
        changeBoard,
        of.filter((row) => !changeKinds.size || changeKinds.has(row.change)),
      ),
    );
  };
  const select = make(
    "select",
    {
      id: "change-board",
      onchange: (event) => {
        changeBoard = event.target.value;
        show();
      },
    },
    names.map((name) => make("option", { value: name, selected: name === changeBoard }, name)),
  );
  show();
  return [
    make("p", { class: "lead" }, word("lead.changes")),
    make("p", { class: "row" }, make("label", {}, word("ui.board") + " ", select)),
    chips,
    held,
    make("h3", {}, word("ui.as_table")),
    sortedTable(
      "changes",
      rows,
      [
        "municipality",
        "board",
        "year_from",
        "year_to",
        "record",
        "change",
        "text_from",
        "text_to",
        "target_from",
        "target_to",
        "likeness",
        "basis",
        "sure",
        "reason",
      ],
      ["_from", "_to"],
    ),
  ];
}
