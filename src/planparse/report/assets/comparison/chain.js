// The chain council goal → board goal → indicator → report, as trees; a link that lacks is told where it would stand.
const LOWER = {
  council_board: ["council", "board"],
  board_board: ["board", "board"],
  board_unit: ["board", "unit"],
  board_indicator: ["board", "indicator"],
  indicator_report: ["indicator", "report"],
  goal_report: ["goal", "report"],
};

const nodeKey = (row, side) =>
  row["text" + side] === undefined ? null : `${row["plan" + side] ?? ""}|${row["record" + side] ?? row["text" + side]}`;

/** The years of the document that a node stands in. */
const yearsOf = ({ row, side }) => years(DOCUMENTS.get(row["plan" + side]) ?? row);

/** Nodes with what stands below them, and those that nothing stands above. */
function chainTrees(rows) {
  const nodes = new Map();
  const node = (row, side) => {
    const key = nodeKey(row, side);
    if (key === null) return null;
    if (!nodes.has(key))
      nodes.set(key, {
        key,
        row,
        side,
        kind: LOWER[row.link]?.[side === "_from" ? 0 : 1] ?? "",
        text: row["text" + side],
        below: [],
        lacks: [],
        above: 0,
      });
    const held = nodes.get(key);
    if (held.kind === "goal") held.kind = LOWER[row.link]?.[side === "_from" ? 0 : 1] ?? held.kind;
    return held;
  };
  for (const row of rows) {
    const [upper, lower] = [node(row, "_from"), node(row, "_to")];
    if (upper && lower) {
      upper.below.push([row, lower]);
      lower.above += 1;
    } else if (upper) upper.lacks.push(row);
    else if (lower) lower.orphan = row;
  }
  const roots = [...nodes.values()].filter((one) => one.above === 0);
  const seen = new Set();
  const see = (one) => {
    if (seen.has(one)) return;
    seen.add(one);
    for (const [, lower] of one.below) see(lower);
  };
  roots.forEach(see);
  // Goals in a circle stand under no root; none of them may be lost.
  for (const one of nodes.values())
    if (!seen.has(one)) {
      roots.push(one);
      see(one);
    }
  return roots;
}

function lackItem(row) {
  return make(
    "li",
    { class: "lack" },
    make(
      "span",
      { class: `tag state-${row.state}` },
      word(`lack.${row.link}.${row.state === "undecided" ? "undecided" : "missing"}`),
    ),
    row.reason ? make("span", { class: "quiet", lang: "sv" }, " " + row.reason) : null,
  );
}

function nodeItem(one, link = null, path = new Set()) {
  const below = path.has(one.key) ? [] : one.below;
  const on = new Set(path).add(one.key);
  const children = [...below.map(([row, lower]) => nodeItem(lower, row, on)), ...one.lacks.map(lackItem)];
  return make(
    "li",
    { class: `node kind-${one.kind}` },
    make(
      "div",
      { class: "node-said" },
      make("span", { class: `tag kind-${one.kind}` }, word("chain." + (one.kind || "goal"))),
      " ",
      make("span", { class: "wording", lang: "sv" }, one.text),
      " ",
      one.row["page" + one.side] !== undefined || one.row["document" + one.side]
        ? sourceButton(one.row, one.side, one.text)
        : null,
      " ",
      make("span", { class: "quiet" }, yearsOf(one)),
      link ? matchMark(link) : null,
      link?.state === "undecided" ? make("span", { class: "tag state-undecided" }, term("state", "undecided")) : null,
      link?.reason ? make("span", { class: "quiet", lang: "sv" }, " " + link.reason) : null,
      one.orphan
        ? make(
            "span",
            {},
            " ",
            make(
              "span",
              { class: `tag state-${one.orphan.state}` },
              word(`lack.above.${one.orphan.state === "undecided" ? "undecided" : "missing"}`),
            ),
            one.orphan.reason ? make("span", { class: "quiet", lang: "sv" }, " " + one.orphan.reason) : null,
          )
        : null,
    ),
    children.length ? make("ul", {}, children) : null,
  );
}

function chainSection() {
  const rows = chosen("chain");
  const all = [...grouped(rows, issuer)].sort(([one], [other]) => inOrder(one, other));
  const trees = all.map(([name, of]) => {
    const roots = chainTrees(of);
    const rank = (one) => (one.kind === "council" ? 0 : 1);
    roots.sort((one, other) => rank(one) - rank(other) || (one.row.year ?? 0) - (other.row.year ?? 0));
    const [list, more] = stepwise(roots, (one) => nodeItem(one), 20, make("ul", { class: "chain" }));
    return make(
      "section",
      { class: "chain-of" },
      make("h3", {}, name, " ", make("span", { class: "count" }, String(roots.length))),
      list,
      more,
    );
  });
  if (!trees.length) return [make("p", { class: "empty" }, word("ui.nothing"))];
  const held = make("div");
  const [, more] = stepwise(trees, (tree) => tree, 10, held);
  return [
    make("p", { class: "lead" }, word("lead.chain")),
    chainCounts(rows),
    held,
    more,
    make("h3", {}, word("ui.as_table")),
    sortedTable(
      "chain",
      rows,
      ["municipality", "board", "year", "link", "state", "text_from", "text_to", "likeness", "basis", "sure", "reason"],
      ["_from", "_to"],
    ),
  ];
}

function chainCounts(rows) {
  const told = [...grouped(rows, (row) => row.link)].map(([link, of]) => {
    const states = [...grouped(of, (row) => row.state)].map(
      ([state, held]) => `${term("state", state)} ${held.length}`,
    );
    return make("li", {}, make("b", {}, term("link", link)), ": ", states.join(", "));
  });
  return make("ul", { class: "counts" }, told);
}
